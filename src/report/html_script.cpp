#include "report/html_script.h"

namespace corroborate::reporting {

const std::string_view html_script = R"js((() => {
'use strict';
const all = selector => [...document.querySelectorAll(selector)];
const form = document.querySelector('.filters'), box = document.getElementById('search');
const items = all('.item'), texts = items.map(item => item.textContent.toLowerCase());
const groups = all('.group').map(group => {
  const count = group.querySelector('h3 small');
  return {group, count, total: count && count.textContent, items: [...group.querySelectorAll('.item')]};
});
const isShown = item => getComputedStyle(item).display !== 'none';
const choices = [...form.querySelectorAll('select')], classes = items.map(item => new Set(item.classList));
const refresh = () => {
  const chosen = choices.map(choice => choice.selectedOptions[0].id.replace('only-', '')).filter(id => id);
  const words = box.value.toLowerCase().split(/\s+/).filter(word => word);
  items.forEach((item, i) => item.classList.toggle('unfound',
    !(words.every(word => texts[i].includes(word)) && chosen.every(id => classes[i].has(id)))));
  let shown = 0;
  for (const {group, count, total, items} of groups) {
    const left = items.filter(isShown).length;
    group.classList.toggle('emptied', left === 0);
    if (count) count.textContent = left === items.length ? total : left + ' of ' + total;
    shown += left;
  }
  document.getElementById('nothing').hidden = shown > 0 || items.length === 0;
};
all('.scripted').forEach(control => control.hidden = false);
form.addEventListener('input', refresh);
form.addEventListener('submit', event => event.preventDefault());
refresh();
})();
)js";

}  // namespace corroborate::reporting
