"""What officers do on the way from a speech to signed orders, step by step as they see it on the screen."""

from playwright.sync_api import Locator, Page, expect

SPEECH = """二〇一四年工会工作安排

一、今年要把组建工作抓在手上。全年新建基层工会6家，九月底以前见成效。
二、工资集体协商继续扩面，8月底前企业工资协商建制率达到90%。
三、会员发展要有新进展，年内新发展会员不少于300人。
四、十月份评选先进职工之家5个。
去年全县已经新建工会12家，这是大家努力的结果。
"""


def go(page: Page, label: str) -> None:
    """By the menu, which has to be opened first on a phone."""
    toggler = page.get_by_role("button", name="打开或收起菜单")
    if toggler.is_visible():
        toggler.click()
        expect(toggler).to_have_attribute("aria-expanded", "true")
    page.locator("#menu").get_by_role("link", name=label, exact=True).click()


def said(page: Page, sentence: str) -> None:
    """The page tells what was done."""
    expect(page.get_by_role("status").filter(has_text=sentence)).to_be_visible()


def paste(page: Page) -> None:
    """The speech goes in; four proposals are marked, the past result is not one of them."""
    go(page, "读计划")
    page.get_by_label("标题").fill("2014年工会工作安排")
    page.get_by_label("计划年度").fill("2014")
    page.get_by_label("正文").fill(SPEECH)
    page.get_by_role("button", name="开始识别").click()
    expect(page.get_by_text("已处理 0/4 条").first).to_be_visible()
    expect(page.locator("a.mark-clause")).to_have_count(4)
    assert "12家" not in "".join(page.locator("a.mark-clause").all_inner_texts())


def decided(page: Page, words: str) -> None:
    """The line above the reader counts."""
    expect(page.get_by_text(words).first).to_be_visible()


def confirm(page: Page) -> None:
    """One proposal is edited, one tied to another indicator, one taken as it is by keyboard.

    The last one is rejected, undone and rejected for another reason.
    """
    page.keyboard.press("e")
    expect(page.get_by_label("目标值")).to_be_focused()
    page.get_by_label("目标值").fill("4")
    page.get_by_label("完成时限").fill("2014-09-30")
    page.get_by_role("button", name="确认为目标").click()
    said(page, "已确认，生成1项目标")
    decided(page, "已处理 1/4 条")
    page.get_by_label("指标").select_option("wage-bargaining-rate")
    page.get_by_role("button", name="确认为目标").click()
    decided(page, "已处理 2/4 条")
    page.keyboard.press("a")
    decided(page, "已处理 3/4 条")
    page.keyboard.press("x")
    expect(page.get_by_label("不采纳的原因")).to_be_focused()
    page.keyboard.type("没有对应的指标")
    page.keyboard.press("Enter")
    decided(page, "已处理 4/4 条，确认 3 条")
    page.keyboard.press("u")
    decided(page, "已处理 3/4 条，确认 3 条")
    page.get_by_label("不采纳的原因").fill("不是本年任务")
    page.get_by_role("button", name="不采纳", exact=True).click()
    decided(page, "已处理 4/4 条，确认 3 条")
    expect(page.locator("[data-chosen]")).to_contain_text("不是本年任务")


def open_target(page: Page, title: str) -> None:
    """From the list of the year's targets to one of them."""
    go(page, "交办单")
    page.get_by_role("link", name=title, exact=True).first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(title)


def split(page: Page, title: str, key: str) -> None:
    """Divide a county target over the committees by a key."""
    open_target(page, title)
    page.get_by_role("navigation", name="分解方法").get_by_role("link", name=key).click()
    page.get_by_role("button", name="保存分解").click()
    said(page, "已分解到")


def split_new_unions(page: Page) -> None:
    """By hand after a proposal: the sum is watched while typing and a wrong one is refused with what was typed."""
    open_target(page, "新建工会数")
    page.get_by_role("navigation", name="分解方法").get_by_role("link", name="平均分解").click()
    sum_check = page.locator("[data-difference]")
    expect(sum_check).to_contain_text("合计与总目标一致")
    part(page, "合德镇").fill("1")
    part(page, "四明镇").fill("2")
    part(page, "县教育").fill("0")
    expect(sum_check).to_contain_text("与总目标相差1")


def part(page: Page, committee: str) -> Locator:
    """The share of one committee."""
    return page.get_by_label(committee, exact=True)


def issue_orders(page: Page) -> None:
    """Drafts, one read as paper, all issued at once."""
    go(page, "交办单")
    page.get_by_role("button", name="起草交办单").click()
    said(page, "已起草")
    page.get_by_role("link", name="草稿").first.click()
    expect(page.get_by_role("region", name="公文预览")).to_contain_text("新建")
    go(page, "交办单")
    page.get_by_role("button", name="全部签发").click()
    page.get_by_role("dialog").get_by_role("button", name="确定签发").click()
    said(page, "已签发")


def sign_for(page: Page) -> None:
    """The committee signs for its order."""
    go(page, "交办单")
    page.locator("td a[href^='/orders/']").first.click()
    page.get_by_role("button", name="签收", exact=True).click()
    said(page, "已签收")
    expect(page.locator(".order-facts")).to_contain_text("已签收")


def drill(page: Page, organisation: int) -> None:
    """From a cell of the matrix to the figure's passport beside it, to its rows, to one record and its history."""
    go(page, "目标矩阵")
    cell = page.locator(f"#matrix a[data-figure=new-unions][href*='/{organisation}/']")
    number = cell.inner_text()
    cell.click()
    panel = page.locator("#panel")
    expect(panel.get_by_text("计入的记录").first).to_be_visible()
    expect(panel.locator(".h1 a[data-figure]")).to_have_text(number)
    panel.get_by_role("link", name="查看全部明细").first.click()
    expect(page.locator("[data-behind]")).to_have_attribute("data-behind", number)
    rows = page.locator("table tbody tr")
    expect(rows).to_have_count(int(number))
    rows.first.get_by_role("link").first.click()
    expect(page.get_by_role("heading", name="历史")).to_be_visible()
    expect(page.get_by_text("2014-03-18").first).to_be_visible()
