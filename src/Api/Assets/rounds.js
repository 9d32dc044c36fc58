// Two comforts for pages of rounds; without script each works by its buttons. Floor: Chromium 90.
'use strict';

// The count of characters while the description is typed, as CharacterCount.cs counts.
(function () {
  var form = document.querySelector('form[data-count]');
  var area = form && form.querySelector('#situation');
  var shown = document.getElementById('situation-count');
  if (!area || area.readOnly || !shown) return;
  var most = Number(form.dataset.count);
  var english = document.documentElement.lang === 'en';
  var chinese = /[\u2E80-\u9FFF\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFFEF\u{20000}-\u{3FFFF}\u2014\u2018\u2019\u201C\u201D\u2026\u00B7]/u;
  function count(text) {
    var sum = 0, inRun = false;
    Array.from(text).forEach(function (letter) {
      if (/\s|\p{Cc}/u.test(letter)) { inRun = false; return; }
      if (/\p{Mn}|\p{Cf}/u.test(letter)) return;
      if (chinese.test(letter)) { sum++; inRun = false; return; }
      if (!inRun) { sum++; inRun = true; }
    });
    return sum;
  }
  area.addEventListener('input', function () {
    var now = count(area.value), left = most - now;
    shown.className = left < 0 ? 'missed' : 'hint';
    shown.textContent = english
      ? now + ' characters, ' + Math.abs(left) + (left < 0 ? ' too many' : ' left') + ' (at most ' + most + ')'
      : now + ' 字，' + (left < 0 ? '超出 ' : '还可写 ') + Math.abs(left) + ' 字（上限 ' + most + ' 字）';
  });
})();

// A draft is saved as soon as a field is left, one save per item at a time, each on the version before it.
(function () {
  var form = document.querySelector('form[data-drafts]');
  var status = document.getElementById('saved');
  if (!form || !status) return;
  var english = document.documentElement.lang === 'en';
  var running = {}, pending = 0;

  function field(item, name) { return form.elements[name + '.' + item]; }

  function say(item, text, good) {
    var entry = field(item, 'entered').parentNode;
    var line = entry.querySelector('.saved, .unsaved');
    if (!line) { line = document.createElement('span'); entry.appendChild(line); }
    line.className = good ? 'saved' : 'unsaved';
    line.textContent = text;
    status.textContent = text;
  }

  function save(item) {
    pending++;
    running[item] = (running[item] || Promise.resolve()).then(function () {
      var entered = field(item, 'entered').value.trim();
      if (entered !== '' && !/^\d+(\.\d+)?$/.test(entered)) { say(item, english ? 'not a number' : '不是数字，未保存', false); return; }
      var headers = { 'Content-Type': 'application/json', 'Accept-Language': document.documentElement.lang };
      var version = field(item, 'version').value;
      if (version !== '0') headers['If-Match'] = '"' + version + '"';
      return fetch(form.dataset.drafts + '/' + encodeURIComponent(item), {
        method: 'PUT', headers: headers,
        body: JSON.stringify({ entered: entered === '' ? null : Number(entered), reason: field(item, 'reason').value.trim() })
      }).then(function (answer) {
        return answer.json().then(function (body) {
          if (!answer.ok) { say(item, body.detail || String(answer.status), false); return; }
          field(item, 'version').value = String(body.version);
          say(item, (english ? 'draft saved ' : '草稿已保存 ') + new Date().toTimeString().slice(0, 5), true);
        });
      }).catch(function () { say(item, english ? 'not saved: no connection' : '未保存：连接中断，请按“保存草稿”', false); });
    }).then(function () { pending--; });
  }

  form.addEventListener('change', function (event) {
    var name = event.target.name || '';
    var dot = name.indexOf('.');
    if (dot > 0 && (name.slice(0, dot) === 'entered' || name.slice(0, dot) === 'reason')) save(name.slice(dot + 1));
  });

  // A button waits for the drafts that are on their way: what it sends must rest on their versions.
  form.addEventListener('submit', function (event) {
    if (pending === 0) return;
    var button = event.submitter;
    event.preventDefault();
    Promise.all(Object.values(running)).then(function () { form.requestSubmit(button); });
  });
})();
