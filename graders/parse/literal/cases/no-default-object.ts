// expect: literal/not-data 1-12
({ a: 1 });
