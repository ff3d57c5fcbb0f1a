"""How ways of asking and kinds of platforms are called."""

from playbook.language import Text

ASKED = {
    "post": Text("在微博上问的", "asked by a post"),
    "counter": Text("在柜台问的", "asked at the counter"),
    "parcel": Text("包裹里的卡片", "card in parcels"),
    "panel": Text("外面的茶客调查", "outside panel"),
}
PLATFORM_NAMES = {
    "weibo": Text("微博", "Weibo"),
    "video": Text("短视频平台", "short-video platform"),
    "notes": Text("图文笔记平台", "picture-notes platform"),
    "messages": Text("消息平台的公众账号", "account in a messaging app"),
    "shop": Text("自家网店页面", "our own shop page"),
}
