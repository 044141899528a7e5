"""What a catalogue file did wrong, said so that the officer who wrote it can mend it at once."""

from zhijia.kit.problem import Problem, gettext_noop

NOT_ITS_NAME = gettext_noop("键“%(key)s”与文件名不一致，两者请写成一样。")


class CatalogueError(Problem):
    """One fault in one catalogue file: where it stands, what is wrong, what would be right."""

    def __init__(self, file: str, line: int, key: str, problem: Problem | str) -> None:
        """`problem` says what is wrong and what would be right, without its place."""
        detail = problem if isinstance(problem, Problem) else Problem(problem)
        super().__init__(
            gettext_noop("%(file)s 第%(line)s行“%(key)s”：%(problem)s"),
            file=file,
            line=line,
            key=key,
            problem=detail,
        )
        self.file, self.line, self.key = file, line, key
