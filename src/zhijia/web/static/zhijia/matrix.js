// The matrix by keyboard: arrow keys move from figure to figure, as in a sheet.
const STEPS = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };

function doorAt(rows, row, column) {
  return rows[row]?.cells[column]?.querySelector("a");
}

document.getElementById("matrix")?.addEventListener("keydown", (event) => {
  const step = STEPS[event.key];
  const cell = event.target.closest("td, th");
  if (!step || !cell) return;
  const rows = [...event.currentTarget.rows];
  let row = rows.indexOf(cell.parentElement) + step[0];
  const column = cell.cellIndex + step[1];
  while (rows[row] && step[0] && !doorAt(rows, row, column)) row += step[0]; // headings of groups have no doors
  const door = doorAt(rows, row, column);
  if (!door) return;
  event.preventDefault();
  door.focus();
});
