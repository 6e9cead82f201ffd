"""Texts for laws: the genre's own words in any order, and any other characters between them."""

from __future__ import annotations

from hypothesis import strategies as st

__all__ = ["TEXTS"]

_WORDS = """
    石门县 楚江街道 夹山镇 县 全县 我县 市 省 常德市 湖南省 一中 二小 三幼 第四中学 中心小学 幼儿园 实验学校
    职教中心 特殊教育学校 校区 分园 附属 学院 大学 中小学 各学校 30所 等5所 两所 新建 改扩建 教学楼 综合楼 项目
    建设 完工 在建 未开工 将 力争 已 正在 投资3200万元 新增学位360个 获评 荣获 被评为 授予 申报 未入选 省级 全国
    文明校园 示范校 一等奖3个 称号 先进集体 优秀教师 双减 县管校聘 青苗工程 实施 推进 落实 活动 计划 试点 牵头
    教师李晓明 校长 王兴国 老师 教育局 县教育局 省教育厅 教育部 领导小组 有限公司 实施方案 《 》 （ ） “ ” 、 ， ；
    。 ： 和 与 等 及 对 在 为 的 了 一、 （一） 1. 一是 2022年 2023年 今年 去年 明年 当年 〔2021〕8号 前者 后者
    位于 其中 有
"""

_WORD = st.sampled_from([*_WORDS.split(), "\n"])
_LINES = st.lists(
    st.one_of(_WORD, _WORD, _WORD, st.text(max_size=3)),
    max_size=40,
).map("".join)

TEXTS = st.tuples(
    st.sampled_from(["", "石门县教育局2022年工作总结\n", "工作总结\n", "石门县一中2022年工作总结\n", "2023年要点\n"]),
    _LINES,
).map("".join)
"""A title line or none, and words of reports with anything between them."""
