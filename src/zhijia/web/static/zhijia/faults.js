// A form that came back with faults: the keyboard goes to the list of them, where each link leads to its field.
document.querySelector("main .alert[role=alert][tabindex='-1']")?.focus();
