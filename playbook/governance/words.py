"""What the planners and reviews of governance say: roles, systems, rights, states, lanes, kinds, measures' owners."""

from __future__ import annotations

from playbook.governance.keys import LeaveAct, May
from playbook.governance.people import Mode, RoleName, SystemName
from playbook.governance.rewarding import Guard, Whose
from playbook.governance.workflow import DraftKind, Lane, State
from playbook.language import Text
from playbook.persons import NOBODY as OPEN

MODES: dict[Mode | None, Text] = {
    None: OPEN,
    "full_time": Text("全职", "full-time"),
    "part_time": Text("兼职、分一部分时间", "part-time"),
    "agency": Text("服务机构", "a service agency"),
}
ROLES: dict[RoleName, Text] = {
    "lead": Text("负责人（总编辑）", "lead (chief editor)"),
    "editor": Text("写稿（责任编辑）", "writer (editor in charge)"),
    "approver": Text("审稿", "approver"),
    "picture": Text("图片（图片编辑）", "pictures (picture editor)"),
    "inbox": Text("收件箱（客户编辑）", "inbox (client editor)"),
    "legal": Text("法务", "legal"),
    "data": Text("数据", "data"),
}
SYSTEMS: dict[SystemName, Text] = {
    "organisation": Text("组织", "organisation"),
    "operation": Text("运营", "operation"),
    "image": Text("形象", "image"),
    "content": Text("内容", "content"),
    "publishing": Text("内容发布流程", "publishing workflow"),
    "authorisation": Text("授权", "authorisation"),
    "coordination": Text("协同", "coordination"),
    "crisis": Text("危机", "crisis"),
    "incentive": Text("激励", "incentives"),
}
RIGHTS: dict[May, Text] = {
    "post": Text("发布", "post"),
    "approve": Text("审稿", "approve"),
    "password": Text("密码", "password"),
    "phone": Text("绑定手机", "bound phone"),
    "messages": Text("看私信", "read messages"),
}
ACTS: dict[LeaveAct, Text] = {
    "rights": Text("收回发布权限", "take back the right to post"),
    "password": Text("改密码", "change the passwords"),
    "phone": Text("换绑手机", "bind another phone"),
    "devices": Text("退出其他设备", "log out all other devices"),
    "tools": Text("取消第三方工具的授权", "cancel the access of other tools"),
    "files": Text("交接素材和文件", "hand over files"),
}
STATES: dict[State, Text] = {
    "draft": Text("草稿", "draft"),
    "checked": Text("已查", "checked"),
    "approved": Text("已批", "approved"),
    "scheduled": Text("已排", "scheduled"),
    "published": Text("已发布", "published"),
    "sent_back": Text("退回", "sent back"),
    "corrected": Text("已更正", "corrected"),
    "withdrawn": Text("撤下不发", "withdrawn"),
    "archived": Text("存档", "archived"),
}
LANES: dict[Lane, Text] = {
    "plain": Text("平常", "plain"),
    "risky": Text("慢道（有风险的）", "slow (risky)"),
    "fast": Text("快道（危机）", "fast (a crisis)"),
}
KINDS: dict[DraftKind, Text] = {
    "plain": Text("平常的", "plain"),
    "price": Text("写了价格", "prices"),
    "health": Text("说到健康", "health words"),
    "prize": Text("有奖", "prizes"),
    "hot": Text("借热点", "a hot topic"),
    "crisis": Text("危机", "a crisis"),
}
WHOSE: dict[Whose | None, Text] = {
    None: OPEN,
    "person": Text("个人", "one person’s"),
    "account": Text("一个账号", "one account’s"),
    "team": Text("全队", "the whole team’s"),
}
GUARDS: dict[Guard, Text] = {
    "suspicious_followers": Text("可疑粉丝", "suspicious followers"),
    "comment_attitude": Text("评论态度", "the attitude of comments"),
    "reply_share": Text("答复率", "the share answered"),
    "sample_read": Text("抽样读答复", "a sample of answers, read"),
    "complaints": Text("投诉", "complaints"),
}
