"""The one engine for official papers: order, circular, reply, letter, minutes, request, report, slip, notice.

A `Paper` is data; `to_docx`, `to_pdf` and `to_html` set it in the layout of GB/T 9704-2012, `check` says what is wrong
with it, `skeletons` and `wording` help to write it. Pure Python: what a paper says comes from the layers above.

Where to find things: `paper.Paper`, `blocks`, `runs.Bound`; `docx.to_docx`, `pdf.to_pdf` with `fonts.choose_fonts`,
`preview.to_html`; `check.check_paper`, `check.docx_file.check_docx`, `check.pdf_file.check_pdf`; `lexicon.load_lexicon`,
`wording.house_on`, `skeletons.quarterly_bulletin`, `skeletons.assignment_slip`.
"""
