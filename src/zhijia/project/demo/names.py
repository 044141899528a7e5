"""Names of invented persons: common surnames by how common they are, such as are read in their own way, given names
with rare characters now and then, and names of other nationalities with their middle dot."""

from random import Random

_COMMON = (
    "王72李71张68刘54陈52杨31黄22赵23吴25周28徐26孙21马13朱19胡14郭12何11林10高11罗9郑9梁8宋10谢8唐11许11邓7冯8韩8曹9"
    "彭7曾7肖7田6董7潘8袁7蔡7蒋8余6于6杜6叶6程6魏6苏6吕6丁8任5卢5姚6沈8钟5姜6崔4谭4陆7范5汪5廖4石4金5韦2贾4夏6傅4方5"
    "邹5熊3白3孟3秦4邱4侯4江5尹3薛4闫3段3雷3龙3黎3史4陶5贺3毛3郝3顾6龚4邵5万4覃1武3钱5戴6严6莫2孔3向2汤4嵇2皋1仓2"
)
_POLYPHONIC = "单仇解查曾盖朴区尉迟万俟乐任缪员华纪燕宁翟祭种令狐"
_COMPOUND = ("欧阳", "司马", "上官", "诸葛", "夏侯", "令狐", "尉迟", "万俟", "皇甫", "司徒")
_MEN = "伟强军建国明华平勇杰涛超林峰海波宏志刚斌亮俊鹏飞龙辉洪祥德成东永庆文春阳健康学松云山根宝才发贵余银富春旺"
_WOMEN = "芳秀英丽娟敏静霞艳玲燕红梅兰萍琴凤云桂珍月香美玉洁莉莲翠巧慧晴彩琳雪婷雯倩颖蓉薇瑶"
_EITHER = "文晓小新雨思佳嘉子志亚中长金玉春景永立正世少启安宁远清和"
_RARE = "垚喆堃淼翀赟懿昶骉晟玥珺彧煜昱祎璟㛃䶮𬭎"
_OTHERS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("05", ("阿依古丽·买买提", "古丽娜尔·吐尔逊", "艾力·卡德尔", "努尔兰·阿不都拉", "帕提古丽·肉孜")),
    ("04", ("扎西·多吉", "卓玛·央金", "次仁·顿珠", "格桑·梅朵")),
    ("17", ("叶尔兰·哈布力", "古丽扎·别克")),
    ("02", ("乌日娜", "巴图", "其其格", "白音仓")),
)
_BEARERS = (
    ("03", "马白丁沙"),
    ("06", "石龙麻"),
    ("08", "韦覃黄"),
    ("11", "关佟金"),
    ("15", "田向彭"),
    ("10", "金朴崔"),
)


def _weighted(text: str) -> tuple[list[str], list[int]]:
    names, weights, at = [], [], 0
    while at < len(text):
        end = at + 1
        while end < len(text) and text[end].isdigit():
            end += 1
        names.append(text[at])
        weights.append(int(text[at + 1 : end]))
        at = end
    return names, weights


_SURNAMES, _WEIGHTS = _weighted(_COMMON)
_ALONE = [sign for sign in _POLYPHONIC if sign not in "尉迟万俟令狐"]


def person(rng: Random, woman: bool) -> tuple[str, str]:
    """(name, nation): most are Han, a few in a hundred are not."""
    draw = rng.random()
    if draw < 0.004:
        nation, names = rng.choice(_OTHERS)
        return rng.choice(names), nation
    if draw < 0.014:
        nation, surnames = rng.choice(_BEARERS)
        return rng.choice(surnames) + given(rng, woman), nation
    return surname(rng) + given(rng, woman), "01"


def surname(rng: Random) -> str:
    """A surname."""
    draw = rng.random()
    if draw < 0.025:
        return rng.choice(_ALONE)
    if draw < 0.029:
        return rng.choice(_COMPOUND)
    return rng.choices(_SURNAMES, _WEIGHTS)[0]


def given(rng: Random, woman: bool) -> str:
    """A given name of one or two characters."""
    own = _WOMEN if woman else _MEN
    last = rng.choice(_RARE) if rng.random() < 0.012 else rng.choice(own)
    if rng.random() < 0.22:
        return last
    first = rng.choice(_EITHER if rng.random() < 0.6 else own)
    return first + last
