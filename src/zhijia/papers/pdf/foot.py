"""The foot of a paper lies on the bottom edge of the text block of the last page (GB/T 9704-2012 7.4).

CSS has no word for that. The foot is laid out behind the text, where room for it is guaranteed, and then moved down
by what is left of the page: one layout instead of two.
"""

from weasyprint import Page


def foot_to_edge(page: Page) -> None:
    """Move the foot of the last page onto the edge; a page without one stays as it is."""
    sheet = page._page_box
    edge = sheet.content_box_y() + sheet.height
    foot = next((box for box in sheet.descendants() if box.element_tag == "footer"), None)
    if foot is not None:
        foot.translate(0, edge - (foot.position_y + foot.margin_height()))
