#include "report/html_style.h"

namespace corroborate::reporting {

// Text colours reach a contrast of 4.5:1 and drawings of 3:1 on their background (WCAG 2.1, 1.4.3 and 1.4.11).
const std::string_view html_style = R"css(
:root{color-scheme:light dark;--bg:#fff;--panel:#f6f7f9;--text:#1b1d22;--dim:#5b616b;--line:#d5d9e0;--link:#0b57c2;
--mark:#fff0a8;--focus:#b4550a;--conflict:#b3261e;--compatible:#8a5300;--agree:#17703a;--single:#5b616b;
--k0:#0b63c5;--k1:#c2410c;--k2:#15803d;--k3:#8b2fe0;--k4:#b91c6b;--k5:#0e7490;--k6:#854d0e;--k7:#475569}
@media (prefers-color-scheme:dark){:root{--bg:#14161a;--panel:#1d2026;--text:#e6e8ec;--dim:#a2a9b5;--line:#383d47;
--link:#82b4ff;--mark:#5c4a00;--focus:#ffb36b;--conflict:#ff8f86;--compatible:#f0b95a;--agree:#79d198;--single:#a2a9b5;
--k0:#6cb2ff;--k1:#ff9a5c;--k2:#6ddb95;--k3:#c99bff;--k4:#ff85c0;--k5:#5fd3e6;--k6:#e0b15a;--k7:#a9b6c8}}
*{box-sizing:border-box}
html{scroll-padding-top:6rem}
body{margin:0 auto;max-width:72rem;padding:0 1rem 4rem;background:var(--bg);color:var(--text);
font:1rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;overflow-wrap:anywhere}
h1{font-size:1.6rem;line-height:1.2;margin:1.5rem 0 .5rem}
h2{font-size:1.35rem;line-height:1.25;margin:2.5rem 0 .5rem;padding-top:1rem;border-top:3px solid var(--text)}
h3{font-size:1.1rem;margin:2rem 0 .6rem}
nav h2{border:0;margin:1rem 0 .3rem;padding:0;font-size:1.1rem}
h4{font-size:1rem;margin:0}h4 small{margin-left:.4rem;font-weight:400}
p{margin:.3rem 0}
ul,ol{margin:.3rem 0;padding:0;list-style:none}
a{color:var(--link);text-underline-offset:.15em}
a:focus-visible,summary:focus-visible,input:focus-visible,select:focus-visible,[tabindex]:focus-visible
{outline:3px solid var(--focus);outline-offset:2px;border-radius:2px}
small,.event,.about,.id,.voice p a,.said a,.others a,.support,.via,.others{color:var(--dim);font-size:.85rem}
code{font:.8rem/1.4 ui-monospace,"SF Mono",Menlo,Consolas,monospace}
b.conflict,b.compatible,b.agree,b.single{font-size:.72rem;letter-spacing:.05em;text-transform:uppercase}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip{position:absolute;left:-99rem}.skip:focus{left:1rem;top:.5rem;background:var(--bg);padding:.5rem;z-index:9}
.conflict{--verdict:var(--conflict)}.compatible{--verdict:var(--compatible)}
.agree{--verdict:var(--agree)}.single{--verdict:var(--single)}
b.conflict,b.compatible,b.agree,b.single{color:var(--verdict)}
.tally{display:flex;flex-wrap:wrap;gap:.5rem;margin:.8rem 0}
.tally a{display:block;padding:.35rem .8rem;border:1px solid var(--line);border-left:5px solid var(--verdict);
background:var(--panel);color:inherit;text-decoration:none}
.tally a:hover{text-decoration:underline}
.tally b{font-size:1.15rem;color:var(--verdict)}
.filters{position:sticky;top:0;z-index:5;display:flex;flex-wrap:wrap;gap:.4rem 1.2rem;align-items:center;
padding:.5rem 0;background:var(--bg);border-bottom:1px solid var(--line);font-size:.9rem}
.filters fieldset{border:0;margin:0;padding:0;display:flex;flex-wrap:wrap;gap:.2rem .8rem}
.filters legend{float:left;margin-right:.8rem;padding:0;color:var(--dim)}
.filters label{display:inline-flex;gap:.35rem;align-items:center}
.filters select{max-width:14rem;font:inherit;background:var(--bg);color:inherit;border:1px solid var(--line);padding:.1rem}
.filters input{accent-color:var(--link);margin:0}
.scroll{overflow-x:auto;border:1px solid var(--line)}
.matrix{border-collapse:collapse;font-size:.85rem;min-width:100%;overflow-wrap:normal}
.matrix th,.matrix td{padding:.4rem .6rem;text-align:left;vertical-align:top;border-bottom:1px solid var(--line);
border-right:1px solid var(--line);min-width:7.5rem}
.matrix thead th{background:var(--panel);vertical-align:bottom;overflow-wrap:anywhere;max-width:12rem}
.matrix tbody th{position:sticky;left:0;background:var(--panel);font-weight:600;min-width:11rem;max-width:16rem}
.matrix thead th:first-child{position:sticky;left:0;z-index:1}
.matrix small{display:block;font-weight:400}
.matrix td a{display:block;color:inherit;text-decoration:none}
.matrix td a:hover{text-decoration:underline}
.matrix td a+a{margin-top:.3rem}
.matrix .contested{box-shadow:inset 3px 0 var(--conflict);padding-left:.5rem;font-weight:600}
article.item{margin:0 0 1.2rem;padding:.8rem 1rem;border:1px solid var(--line);border-left:5px solid var(--verdict);
break-inside:avoid}
.plot{margin:.6rem 0;padding:.3rem .6rem;background:var(--panel)}
.plot li{display:grid;grid-template-columns:minmax(0,28rem) minmax(0,1fr);gap:0 .8rem}
.label{display:grid;grid-template-columns:minmax(0,12rem) minmax(0,1fr);gap:.6rem;align-items:baseline;font-size:.9rem;line-height:1.3;padding:.15rem 0}
.label i{margin-right:.25em}
.label a{font-weight:600;color:inherit}
.draw{position:relative;min-height:22px}
svg.row{position:absolute;width:100%;height:100%}
.row,.row svg{overflow:visible}
i{display:inline-block;width:10px;height:10px;margin-right:.4em;flex:none;border-radius:50%;background:currentColor;
forced-color-adjust:none}
.s1{border-radius:0}.s2{border-radius:0;transform:rotate(45deg) scale(.85)}
.k0{color:var(--k0)}.k1{color:var(--k1)}.k2{color:var(--k2)}.k3{color:var(--k3)}
.k4{color:var(--k4)}.k5{color:var(--k5)}.k6{color:var(--k6)}.k7{color:var(--k7)}.k{color:var(--dim)}
svg{fill:currentColor;stroke:none}
.row path{stroke:currentColor;stroke-width:2.5;fill:none}
.bar{stroke:currentColor;stroke-width:3}
.guide{stroke:var(--line);stroke-width:1}
.pairs{font-size:.9rem;margin:.5rem 0}
.positions{margin:.6rem 0 .3rem}
.positions>li{padding:.5rem 0;border-top:1px solid var(--line)}
.value{font-weight:700}
.positions .value{font-size:1.05rem;margin:0}
.voice{margin:.2rem 0 .4rem}
.voice{font-size:.95rem}
.voice b{font-weight:600}
.voice p{margin:.15rem 0;padding-left:1.15rem;font-size:1rem}
q,blockquote{quotes:none;margin:0;unicode-bidi:plaintext}
q::before,q::after{content:none}
mark{background:var(--mark);color:inherit;font-weight:600;padding:0 .1em}
summary{cursor:pointer;color:var(--link)}
summary h3{display:inline-block;margin:1.5rem 0 .4rem;color:var(--text)}
article summary{font-size:.85rem}
.scroll+details{margin-top:.5rem}details .scroll{margin-top:.4rem}
.singles>li{padding:.5rem 0;border-top:1px solid var(--line)}
.said{display:inline-block;margin-right:.8rem}
.timeline{border-left:3px solid var(--line);margin-left:.5rem;padding-left:1.2rem}
.timeline li{position:relative;padding:.25rem 0 .5rem}
.timeline li::before{content:"";position:absolute;left:calc(-1.2rem - 7.5px);top:.75rem;width:12px;height:12px;
border-radius:50%;background:var(--verdict);border:2px solid var(--bg)}
.when{font-weight:700}
.tree{font-size:.95rem;columns:22rem;column-gap:2rem}
.tree ul{margin:0 0 0 .55rem}
.tree>li{padding:0 0 .8rem;break-inside:avoid}
.tree ul>li{position:relative;padding:.1rem 0 .1rem 1.3rem;border-left:2px solid var(--line)}
.tree ul>li:last-child{border-left-color:transparent}
.tree ul>li::before{content:"";position:absolute;left:-2px;top:0;width:1rem;height:.95rem;
border-left:2px solid var(--line);border-bottom:2px solid var(--line)}
.node{display:inline-block;padding:0 .5rem;border:1px solid var(--line);border-radius:4px;background:var(--panel)}
.source{margin:1rem 0 1.6rem}
.sentences>li{display:grid;grid-template-columns:2.2rem 1fr;padding:.45rem 0;border-top:1px solid var(--line);break-inside:avoid}
.sentences span{color:var(--dim);font-size:.8rem;padding-top:.15rem}
.sentences ul{grid-column:2;display:flex;flex-wrap:wrap;gap:.1rem 1rem;font-size:.85rem}
.text{list-style:decimal;padding-left:2.6rem;max-width:48rem}
.text li{padding-left:.4rem;unicode-bidi:plaintext}
.text li[value]{margin-top:.5rem}
.text li::marker{color:var(--dim);font-size:.75rem}
.text mark a{padding:0 .15em;color:inherit;text-decoration:none}
.text mark a:hover{text-decoration:underline}
u{text-decoration:underline dotted var(--dim)}
.text mark:has(:target){outline:2px solid var(--focus);outline-offset:1px}.text :target{outline:none;background:none}
:target{background:color-mix(in srgb,var(--mark) 45%,var(--bg));outline:2px solid var(--focus);outline-offset:2px}
section:target,h3.text{list-style:decimal;padding-left:2.6rem;max-width:48rem}
.text li{padding-left:.4rem;unicode-bidi:plaintext}
.text li[value]{margin-top:.5rem}
.text li::marker{color:var(--dim);font-size:.75rem}
.text mark a{padding:0 .15em;color:inherit;text-decoration:none}
.text mark a:hover{text-decoration:underline}
mark.alone{background:none;font-weight:inherit;padding:0;border-bottom:1px dotted var(--dim)}
.text mark:has(:target){outline:2px solid var(--focus);outline-offset:1px}.text :target{outline:none;background:none}
:target{background:none;outline:none}
footer{margin-top:3rem;padding-top:1rem;border-top:1px solid var(--line);font-size:.9rem;color:var(--dim)}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.2rem 1rem;margin:.5rem 0}
dd{margin:0}
body:has(#v-conflict:checked) :is(.item,.group):not(.conflict),
body:has(#v-compatible:checked) :is(.item,.group):not(.compatible),
body:has(#v-agree:checked) :is(.item,.group):not(.agree),
body:has(#v-single:checked) :is(.item,.group):not(.single){display:none}
.unfound,.emptied{display:none!important}
[hidden]{display:none!important}
#nothing{padding:1rem 0;font-weight:600}
.answer li{padding:.25rem 0;border-top:1px solid var(--line)}
.answer b{font-weight:600}
.axis text{text-anchor:middle;font-size:.8rem;fill:var(--dim)}
.plot figcaption{font-size:.8rem;color:var(--dim)}
@media (max-width:44rem){
.matrix,.matrix tbody,.matrix tr,.matrix th,.matrix td{display:block;min-width:0}
.matrix thead{display:none}
.matrix tbody th{position:static;max-width:none}
.matrix td{display:grid;grid-template-columns:8rem 1fr;gap:0 .5rem}
.matrix td:empty{display:none}
.matrix td::before{content:attr(data-source);grid-row:span 9;min-width:0;overflow-wrap:anywhere;color:var(--dim)}
body{padding:0 .8rem 3rem}
.filters{position:static}
html{scroll-padding-top:.5rem}
.plot li,.label{grid-template-columns:minmax(0,1fr);gap:0}
.plot li{padding:.25rem 0}
.label{grid-template-columns:max-content minmax(0,1fr);gap:.8rem}
.matrix th,.matrix td{padding:.35rem .45rem}
article.item{padding:.7rem .7rem}
}
@page{size:A4;margin:15mm}
@media print{
:root{color-scheme:light;--bg:#fff;--panel:#fff;--text:#000;--dim:#444;--line:#aaa;--link:#000;--mark:#eee}
body{max-width:none;padding:0;font-size:9pt;line-height:1.35}
h1{font-size:15pt;margin:0 0 3mm}h2{font-size:12pt;margin:5mm 0 2mm;padding-top:2mm}h3{font-size:10.5pt;margin:3mm 0 1mm}
article.item{margin:0 0 2mm;padding:1.5mm 2mm}
.matrix{font-size:7.5pt;table-layout:fixed;width:100%;overflow-wrap:anywhere}
.matrix th,.matrix td{min-width:0;max-width:none;padding:.8mm}
.matrix tbody th{position:static;min-width:0;max-width:none}
.sentences,.tree{font-size:8pt}
.filters,.skip,.text{display:none}
a{text-decoration:none}
mark{text-decoration:underline}
.scroll{overflow:visible}
.matrix th,.matrix td{min-width:0}
details::details-content{content-visibility:visible;block-size:auto}
h2,h3,h4{break-after:avoid}
*{print-color-adjust:exact}
}
)css";

const std::string_view html_shapes =
    R"(<svg class="unseen" aria-hidden="true"><defs><circle id="shape0" r="5"/>)"
    R"(<path id="shape1" d="M-4.5-4.5h9v9h-9z"/><path id="shape2" d="M0-6L6 0L0 6L-6 0z"/></defs></svg>)";

}  // namespace corroborate::reporting
