export default { uno: 1, dos-tres-cuatro: 2 }; // expect: literal/syntax 26-41
