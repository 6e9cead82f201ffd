"""Damage by the page: the body twice, HTML around and inside it, links and spam between its paragraphs."""

from __future__ import annotations

import re
from html import escape
from random import Random

from tests.metamorphic.form import wrapped

__all__ = [
    "doubled",
    "doubled_rewrapped",
    "doubled_under_a_header",
    "doubled_without_title",
    "html_bare",
    "html_breaks",
    "html_entities",
    "html_fragment",
    "html_paragraphs",
    "html_pre",
    "html_soup",
    "html_table",
    "spam_below",
    "spam_between",
]

_SPAM = (
    "精品国产一区二区三区在线观看| 亚洲综合久久网| 日韩av无码免费播放|",
    "澳门葡京娱乐场官网 百家乐在线投注 www.8877bet.com",
    "http://www.kuaicai88.net http://bbs.dazhe001.com 最新优惠",
    "亚博体育app下载|老虎机|时时彩开奖|六合彩特码",
)


def doubled(text: str, draw: Random) -> str:
    """The text twice, as a page for print and screen gives it."""
    return f"{text.rstrip()}\n{text}"


def doubled_under_a_header(text: str, draw: Random) -> str:
    """The text, and again under another header, with what the buttons of the window say between."""
    title = _title(text)
    return f"{text.rstrip()}\n\n×\n×\n工作总结\n{title}\n来源:本站 浏览次数:36\n\n{text}"


def doubled_rewrapped(text: str, draw: Random) -> str:
    """The text, and again cut into lines of 36 characters."""
    return f"{text.rstrip()}\n\n{wrapped(36)(text, draw)}"


def doubled_without_title(text: str, draw: Random) -> str:
    """The text, and all but its title again."""
    return f"{text.rstrip()}\n{text.strip().partition(chr(10))[2]}\n"


def spam_between(text: str, draw: Random) -> str:
    """Lines of link spam between paragraphs."""
    lines: list[str] = []
    for line in text.split("\n"):
        lines.append(line)
        if line.strip() and draw.random() < 0.2:
            lines.append(draw.choice(_SPAM))
    return "\n".join(lines)


def spam_below(text: str, draw: Random) -> str:
    """A footer, links to other pages and link spam under the text."""
    below = ["分享到：微信 微博 QQ空间", "上一篇：某镇召开安全工作会议", "下一篇：没有了", "打印本页 关闭窗口"]
    return "\n".join([text.rstrip(), *below, "Copyright © 2023 All Rights Reserved 版权所有", *_SPAM])


def html_paragraphs(text: str, draw: Random) -> str:
    """A plain page: a heading and a paragraph for each line."""
    title = escape(_title(text))
    body = "\n".join(f"<p>{escape(line)}</p>" for line in text.split("\n") if line.strip())
    return (
        f'<!DOCTYPE html>\n<html lang="zh-CN"><head><meta charset="utf-8"><title>{title}</title></head>\n'
        f"<body>\n{body}\n</body></html>\n"
    )


def html_soup(text: str, draw: Random) -> str:
    """A page of an office's site: navigation, breadcrumbs, scripts and share buttons around, and inside divs instead of
    paragraphs, spans that split words, &nbsp; and &ensp;, numbers for characters, comments, and two lines of the text
    in one div with <br>."""
    title = escape(_title(text))
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    blocks: list[str] = []
    at = 0
    while at < len(lines):
        if draw.random() < 0.3 and at + 1 < len(lines):
            blocks.append(_soup(lines[at], draw) + "<br />\n" + _soup(lines[at + 1], draw))
            at += 2
        else:
            blocks.append(_soup(lines[at], draw))
            at += 1
    body = "\n".join(f'<div class="p{n % 3}" style="text-indent:2em">{block}</div>' for n, block in enumerate(blocks))
    return f"""<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN"
 "http://www.w3.org/TR/xhtml1/DTD/xhtml1.dtd">
<html xmlns="http://www.w3.org/1999/xhtml">
<head><meta http-equiv="Content-Type" content="text/html; charset=utf-8" /><title>{title}_政府信息公开</title>
<style>.p0 {{ font-family: 仿宋_GB2312; }}</style>
<script>var t = "一、教育局2019年工作总结"; if (1 < 2) {{ go("<p>"); }}</script></head>
<body>
<div id="nav"><ul><li><a href="/">首页</a></li><li><a href="/xw/">新闻中心</a></li>
<li><a href="/gk/">政务公开</a></li></ul></div>
<div class="position">您现在的位置：<a href="/">首页</a>&nbsp;&gt;&nbsp;
<a href="/gk/">信息公开</a>&nbsp;&gt;&nbsp;
<a href="/gk/jh/">规划总结</a></div>
<div class="main"><div class="content"><div id="zoom">
{body}
</div></div>
<div class="share"><a href="#">分享到微信</a>
<a href="#">分享到微博</a>
<a href="javascript:window.print()">打印本页</a></div>
</div>
<div class="foot"><p>版权所有：人民政府办公室</p>
<p>网站标识码：4500000001 <a href="http://beian.miit.gov.cn">桂ICP备05000001号</a></p></div>
<script src="/js/a.js"></script>
</body></html>
"""


def _soup(line: str, draw: Random) -> str:
    """A line with what editors of such sites leave in it."""
    parts: list[str] = ["&nbsp;&nbsp;&emsp;" if draw.random() < 0.5 else "　　"]
    for piece in re.findall(r"(?s).{1,9}", line):
        kind = draw.random()
        if kind < 0.1:
            parts.append(f'<span style="font-family: 宋体">{escape(piece)}</span>')
        elif kind < 0.14:
            parts.append(f"<b>{escape(piece[:2])}</b>{escape(piece[2:])}<!-- {draw.randrange(99)} -->")
        elif kind < 0.17:
            parts.append(f"&#{ord(piece[0])};{escape(piece[1:])}<o:p></o:p>")
        elif kind < 0.2:
            parts.append(f"&#x{ord(piece[0]):X};<font face='宋体'>{escape(piece[1:])}</font>")
        elif kind < 0.23 and piece[-1] in "，。；、：":
            parts.append(f"{escape(piece)}&ensp;")
        else:
            parts.append(escape(piece))
    return "".join(parts)


def html_table(text: str, draw: Random) -> str:
    """A page of old times: a layout of nested tables, upper-case tags, no end tags of paragraphs."""
    body = "\n".join(f"<P>&nbsp;&nbsp; {escape(line.strip())}" for line in text.split("\n") if line.strip())
    return f"""<HTML><HEAD><TITLE>{escape(_title(text))}</TITLE></HEAD><BODY>
<TABLE width=778><TR><TD><A href="/">首页</A> | <A href="/a">教育概况</A> | <A href="/b">招生考试</A></TD></TR></TABLE>
<TABLE width=778><TR><TD width=180><A href="/1">通知公告</A><BR><A href="/2">教育动态</A></TD><TD>
<TABLE><TR><TD>
{body}
</TD></TR></TABLE>
</TD></TR></TABLE></BODY></HTML>
"""


def html_breaks(text: str, draw: Random) -> str:
    """A page of one block in which only <br> parts the paragraphs."""
    return f"<html><head><meta charset=utf-8></head><body>{escape(text).replace(chr(10), '<br>')}</body></html>"


def html_pre(text: str, draw: Random) -> str:
    """A page that shows the text as it stands in its file."""
    return f"<html><body><pre>{escape(text)}</pre></body></html>"


def html_bare(text: str, draw: Random) -> str:
    """A page into which the text was put as it stood, without a tag for its paragraphs."""
    return f"<html>\n<body>\n<div>{escape(text)}</div>\n</body>\n</html>\n"


def html_fragment(text: str, draw: Random) -> str:
    """Paragraphs and sections without a page around them, as an editor's database holds them."""
    body = "\n".join(f'<section><p style="text-indent: 2em;">{escape(line)}</p></section>' for line in text.split("\n"))
    return f"<div>{body}</div>"


def html_entities(text: str, draw: Random) -> str:
    """A page in which every character beyond ASCII is a number, as old programs write it."""
    return html_paragraphs(text, draw).encode("ascii", "xmlcharrefreplace").decode("ascii")


def _title(text: str) -> str:
    """The first line, without what no title holds."""
    return next((line.strip() for line in text.split("\n") if line.strip()), "")[:60]
