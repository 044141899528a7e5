// Parts of a split: the sum and its difference to the whole are shown while typing. The server checks again.
const form = document.getElementById("split");
const whole = form?.querySelector("[data-whole]");
const shownSum = form?.querySelector("[data-sum]");
const shownDifference = form?.querySelector("[data-difference]");

// Hundredths as whole numbers, so that no binary fraction spoils the sum.
function hundredths(text) {
  const plain = text.normalize("NFKC").replaceAll(",", "").trim();
  return /^\d*(\.\d{0,2})?$/.test(plain) ? Math.round(Number(plain || 0) * 100) : NaN;
}

function shown(number) {
  return Number.isNaN(number) ? "?" : String(number / 100);
}

function recount() {
  const parts = [...form.querySelectorAll("[data-part]")].map((input) => hundredths(input.value));
  const sum = parts.reduce((total, part) => total + part, 0);
  const difference = hundredths(whole.dataset.whole) - sum;
  shownSum.textContent = shown(sum);
  shownDifference.textContent = difference === 0 ? shownDifference.dataset.on : shownDifference.dataset.off + shown(difference);
  shownDifference.classList.toggle("sum-on", difference === 0);
  shownDifference.classList.toggle("sum-off", difference !== 0);
}

if (whole) {
  form.addEventListener("input", (event) => {
    form.elements.key.value = "by-hand";
    if (event.target.matches("[data-part]")) recount();
  });
}
