
// expect: literal/not-data 3-20
#!/usr/bin/env node
export default {};
