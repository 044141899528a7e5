"""Names of invented workplaces, by branch of the economy; each name is given once."""

from random import Random

from zhijia.project.demo.places import Place

_HEADS = "晨禾云帆朗亭瑞桥青穗宏湾星渚恒麦润堤鹤滩丰埠海棠沐川银潮广苇翠浦昊川嘉泽拓野腾岸泰和华芦新汀旭港盛田凯舟"
_MORE = "佳禾金穗鸿图永固双鹤东篱长风启明百川兴隆聚源同德向阳"
_BRANDS = tuple(text[at : at + 2] for text in (_HEADS, _MORE) for at in range(0, len(text), 2))
_TRADES = {
    "A": ("农业发展", "水产养殖", "种苗", "农机服务"),
    "C": ("纺织", "服装", "机械", "食品", "木业", "化纤", "电子", "包装", "塑业", "药业", "铸造", "染整"),
    "D": ("热力", "风电", "供水"),
    "E": ("建筑安装", "市政工程", "装饰工程"),
    "F": ("商贸", "超市", "农资", "粮油", "家电"),
    "G": ("物流", "港口服务", "客运", "航运"),
    "H": ("酒店管理", "餐饮管理"),
    "I": ("信息技术", "网络科技"),
    "K": ("房地产开发", "物业管理"),
    "L": ("商务服务", "劳务服务"),
    "M": ("种业研究", "检测技术"),
    "N": ("水务", "环境工程"),
}
_SCHOOLS = ("中学", "初级中学", "中心小学", "实验小学", "幼儿园", "职业学校")
_CLINICS = ("人民医院", "中医院", "中心卫生院", "卫生院", "疾控中心", "妇幼保健所")
_OFFICES = (
    "财政局",
    "民政局",
    "统计局",
    "档案局",
    "审计局",
    "司法局",
    "环保局",
    "文广新局",
    "科技局",
    "物价局",
    "粮食局",
    "旅游局",
)
_STEMS = ("合德", "四明", "千秋", "兴桥", "洋马", "临海", "海河", "海通", "新坍", "长荡", "盘湾", "特庸", "黄沙港")


class Firms:
    """Gives every name once."""

    def __init__(self) -> None:
        """Nothing given yet."""
        self._given: set[str] = set()

    def company(self, rng: Random, place: Place, industry: str) -> tuple[str, str]:
        """(full name, short name) of an enterprise."""
        stem = place.stem if place.is_town else "射阳"
        while True:
            short = rng.choice(_BRANDS) + rng.choice(_TRADES[industry])
            form = rng.choice(("有限公司", "有限公司", "有限公司", "股份有限公司", "厂"))
            name = f"{stem}{short}{form}"
            if self._take(name):
                return name, short

    def cooperative(self, rng: Random, place: Place) -> tuple[str, str]:
        """(full name, short name) of a farmers' cooperative."""
        while True:
            short = f"{rng.choice(_BRANDS)}{rng.choice(('蔬菜', '菊花', '蚕桑', '水稻', '梨果', '水产'))}合作社"
            name = f"{place.stem}{short.removesuffix('合作社')}专业合作社"
            if self._take(name):
                return name, short

    def institution(self, rng: Random, industry: str) -> tuple[str, str]:
        """(full name, short name) of a school, hospital or office of the county."""
        while True:
            if industry == "S":
                name = f"县{rng.choice(_OFFICES)}"
            else:
                name = rng.choice(_STEMS) + rng.choice(_SCHOOLS if industry == "P" else _CLINICS)
            if self._take(name):
                return name, name

    def _take(self, name: str) -> bool:
        if name in self._given:
            return False
        self._given.add(name)
        return True
