import { expect, test } from 'vitest';
import { interpret } from './interpret.ts';

const hello = 'Hello, World!\n';

test.each([
  ['print("Hello, World!")'],
  ["print('Hello, World!')"],
  ['print("""Hello, World!""")'],
  ['print("Hello,", "World!")'],
  ['print("Hello, " + "World" + "!")'],
  ['print("Hello, " "World!")'],
  ['print(\n    "Hello, World!"\n)'],
  ['name = "World"\nprint(f"Hello, {name}!")'],
  ['name: str = "World"\nprint("Hello, %s!" % name)'],
  ['print("Hello, {}!".format("World"))'],
  ['print("Hello, {who}!".format(who="World"))'],
  ['print("Hello", "World!", sep=", ")'],
  ['print("Hello, ", end="")\nprint("World!")'],
  ['import sys\nsys.stdout.write("Hello, World!\\n")'],
  [
    'import sys\n\ndef main() -> int:\n    """Saluda."""\n    print("Hello, World!")\n    return 0\n\n\nif __name__ == "__main__":\n    sys.exit(main())',
  ],
  ['#!/usr/bin/env python3\n# -*- coding: utf-8 -*-\n"""Doc."""\nprint("Hello, World!")  # fin'],
  ['def greet(name="World"):\n    return f"Hello, {name}!"\n\nprint(greet())'],
  ['def greet(name: str) -> str:\n  return "Hello, " + name + "!"\nprint(greet(name="World"))'],
  ['print("Hello, World!", flush=True); import time; time.sleep(1)'],
  ['import os\nprint(os.environ.get("SALUDO", "Hello, World!"))'],
  ['import os\nprint(os.environ["HOLA"])'],
  ['from os import getenv\nprint(getenv("HOLA"))'],
  ['x = "Hello"\nx += ", World!"\nprint(x)'],
  ['print(", ".join(["Hello", "World!"]))'],
  ['if True:\n\tprint("Hello, World!")\nelse:\n\tprint("no")'],
  ['import sys\nprint("error", file=sys.stderr)\nprint("Hello, World!")'],
])('%j prints the greeting', (text) => {
  expect(interpret(text, { HOLA: 'Hello, World!' })).toEqual({ kind: 'done', output: hello, exit: 0 });
});

test.each([
  ['print "Hello, World!"', 'SyntaxError', 1],
  ['x = 1\nprint("Hello, World!"', 'SyntaxError', 2],
  ['print("Hello, World!)', 'SyntaxError', 1],
  ['Print("Hello, World!")', 'NameError', 1],
  ['x = 1\nprint(y)', 'NameError', 2],
  ['print("a" + 1)', 'TypeError', 1],
  ['  print("a")\nprint("b")', 'IndentationError', 1],
  ['print("a")\nreturn 1', 'SyntaxError', 2],
  ['for x in [1]:\n    return', 'SyntaxError', 2],
  ['print("%s %s" % ("a",))', 'TypeError', 1],
  ['print("hola" % 1)', 'TypeError', 1],
  ['print("%s" % (1, 2))', 'TypeError', 1],
  ['def main():\nprint("a")', 'IndentationError', 1],
  ['if True\n  print("a")', 'SyntaxError', 1],
  ['import os\nprint(os.environ["NADA"])', 'KeyError', 2],
])('%j stops with %s', (text, error, line) => {
  expect(interpret(text)).toMatchObject({ kind: 'error', error, line });
});

test.each([
  ['for x in range(3):\n    print(x)\nelse:\n    print(9)'],
  ['for a, b in x:\n    print(a)'],
  ['while True:\n    print(1)'],
  ['import otro\notro.main()'],
  ['def f():\n    raise MiError(1)\nf()'],
  ['from flask import Flask\nprint("Hello, World!")'],
  ['print(input())'],
  ['print(1 / 3)'],
  ['print(f"{1:>5}")'],
  ['class A:\n    pass'],
  ['print([x for x in [1]])'],
  ['print([1, 2])'],
  ['print("%s" % [1, 2])'],
  ['f = lambda x: x if x else 1\nprint(f(1))'],
  ['def f():\n    f()\nf()'],
])('of %j nobody can tell', (text) => {
  expect(interpret(text)).toEqual({ kind: 'unknown' });
});

test.each<[string, string, number]>([
  ['for x in range(1, 3):\n    print(x)', '1\n2\n', 0],
  ['for p in ["Hello,", "World!"]: print(p, end=" ")', 'Hello, World! ', 0],
  ['for c in "ab":\n    for d in "cd":\n        print(c + d)', 'ac\nad\nbc\nbd\n', 0],
  ['import sys\nprint("Hello, " + sys.argv[1] + "!")', 'Hello, World!\n', 0],
  ['import sys\nprint(sys.argv[9] if len(sys.argv) > 9 else "a", "b")', 'a b\n', 0],
  ['print("a" if True else nada, "b" if False else "c")', 'a c\n', 0],
  ['print("a" if False else "b" if False else "c")', 'c\n', 0],
  ['print("a" or nada(), "" and nada(), "" or "b", 1 and 2)', 'a  b 2\n', 0],
  ['import os\nprint(os.environ["X"] if "X" in os.environ else "no")', 'no\n', 0],
  ['x = None\nprint(1 if x is None else 2, 3 if x is not None else 4)', '1 4\n', 0],
  ['print("a" in "abc", 3 not in [1, 2], 2 <= 2)', 'True True True\n', 0],
  ['from sys import argv\nprint(argv[-1])', 'World\n', 0],
  ['print("a")\nraise SystemExit', 'a\n', 0],
  ['raise SystemExit(3)', '', 3],
  ['import sys\nsys.exit("mal")', '', 1],
  ['nombre: str\nnombre = "a"\nprint(nombre)', 'a\n', 0],
  ['from hola import main\nmain()', 'Hello, World!\n', 0],
  ['import hola as h\nh.main()\nprint(h.SALUDO)', 'Hello, World!\nHello, World!\n', 0],
  ['import hola', '', 0],
  ['import ruido\nprint("b")', 'a\nb\n', 0],
])('%j prints %j and ends with %i', (text, output, exit) => {
  const files: Readonly<Record<string, string>> = {
    hola: 'SALUDO = "Hello, World!"\ndef main():\n    print(SALUDO)\nif __name__ == "__main__":\n    main()\n',
    ruido: 'print("a")\n',
  };
  const start = { argv: ['a.py', 'World'], source: (name: string) => files[name] };
  expect(interpret(text, {}, start)).toEqual({ kind: 'done', output, exit });
});

test.each([
  ['import sys\nprint(sys.argv[2])', 'IndexError'],
  ['import hola\nhola.nada()', 'AttributeError'],
  ['print("a")\nraise ValueError("b")', 'ValueError'],
  ['import roto', 'NameError'],
])('%j with what lies beside it stops with %s', (text, error) => {
  const start = { argv: ['a.py'], source: (name: string) => (name === 'roto' ? 'print(x)\n' : 'x = 1\n') };
  expect(interpret(text, {}, start)).toMatchObject({ kind: 'error', error });
});
