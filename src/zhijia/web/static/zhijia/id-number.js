// While an identity number is typed, tell the birth date and sex it stands for; the server checks it again.
const half = (text) => text.normalize("NFKC").replace(/\s/g, "").toUpperCase();
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

const fits = (number) =>
  /^\d{17}[\dX]$/.test(number) && "10X98765432"[weights.reduce((sum, weight, at) => sum + weight * Number(number[at]), 0) % 11] === number[17];

for (const field of document.querySelectorAll("[data-id-number]")) {
  const told = field.parentElement.querySelector("[data-id-told]");
  field.addEventListener("input", () => {
    const number = half(field.value);
    const birth = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
    told.textContent = fits(number) ? `${birth} ${Number(number[16]) % 2 ? told.dataset.male : told.dataset.female}` : "";
  });
}
