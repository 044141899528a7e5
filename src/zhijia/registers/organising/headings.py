"""Further headings under which offices write the columns of a roster, beside those of the register itself; words for sex."""

ID_WORDS = (
    "身份证 居民身份证号 居民身份证号码 公民身份证号 公民身份证号码 证件号 身份号码 身份证件号 身份证件号码 有效证件号 "
    "有效证件号码 有效身份证件号码 居民身份证 二代身份证号 二代身份证号码 身份证编号 身份证明号码 本人身份证号"
)
UNION_WORDS = (
    "所在工会 所属工会名称 所在工会名称 所属基层工会 所属基层工会名称 所在基层工会 所在基层工会名称 工会组织 工会组织名称 "
    "所属工会组织 隶属工会 工会 工会编码 工会代码 所属单位 所在单位名称 所属单位名称 工作单位名称 工作单位全称 单位全称 "
    "用工单位 用人单位 用工单位名称 用人单位名称 企业名称 所在企业 单位"
)
JOINED_WORDS = (
    "入会时间 入会年月 入会年月日 入会日 入会 加入工会时间 加入工会日期 加入工会年月 批准入会时间 批准入会日期 入会批准日期 "
    "入会登记日期 何时入会 何时加入工会"
)
MEMBER_WORDS = {
    "name": ("会员", "职工", "名字", "会员名称", "员工姓名", "员工", "本人姓名"),
    "masked_id": ID_WORDS.split(),
    "organisation": UNION_WORDS.split(),
    "joined_on": JOINED_WORDS.split(),
    "masked_mobile": ("联系方式", "手机号码", "移动电话", "电话号码", "联系手机", "本人电话", "移动电话号码"),
    "sex": ("男女",),
    "nation": ("族别",),
    "education": ("学历", "文化程度"),
    "card_no": ("会员证号码", "会员编号"),
    "remark": ("备注", "说明"),
}
SEX_WORDS = {"男": "1", "1": "1", "男性": "1", "女": "2", "2": "2", "女性": "2"}
