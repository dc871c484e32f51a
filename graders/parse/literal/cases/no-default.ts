// expect-file: literal/not-data
{ "a": 1 }
