// biome-ignore-all lint/suspicious/noTemplateCurlyInString: they are variables of a shell
import { describe, expect, it } from 'vitest';
import { openDesk } from '../desk/open.ts';
import { tools } from '../tools.ts';
import { runScript } from './interpret.ts';
import { programsOf } from './programs.ts';
import { freshShell } from './state.ts';

const programs = programsOf(tools);

/** What a script prints, and how it ends. */
function ran(text: string) {
  const { steps, end } = runScript({ desk: openDesk(), shell: freshShell }, text, programs, { lang: 'en' });
  return { says: steps.map(({ output }) => output).join(''), end: end.how };
}

/** As bash 5.2 prints them. @see https://www.gnu.org/software/bash/manual/html_node/Arrays.html */
const cases: readonly (readonly [string, string])[] = [
  ['a=(one "two three" four); echo "${a[1]}" "${#a[@]}" "${a[-1]}" $a', 'two three 3 four one\n'],
  ['a=(x "y z"); for i in "${a[@]}"; do echo "[$i]"; done', '[x]\n[y z]\n'],
  ['a=(x y); a+=(z); a[0]=w; echo "${a[@]}" "${!a[@]}"', 'w y z 0 1 2\n'],
  ['a=(x y z u); echo "${a[@]:1:2}" "${a[${#a[@]}-1]}"; i=1; echo ${a[i]} ${a[$((i + 1))]}', 'y z u\ny z\n'],
  ['declare -A m=([red]=1 [blue]=2); m[green]=3; echo "${m[blue]}" "${#m[@]}" "${m[none]:-0}"', '2 3 0\n'],
  ['mapfile -t l < <(printf "a\\nb c\\n"); echo "${#l[@]}:${l[1]}"', '2:b c\n'],
  ['IFS=, read -ra p <<< "a,b,c"; echo "${p[2]}" "${#p[@]}"', 'c 3\n'],
  ['f() { local s=in; local -a b=(1 2); echo "$s ${b[1]}"; }; s=out; b=(9); f; echo "$s ${b[0]}"', 'in 2\nout 9\n'],
  ['o=(); [ ${#o[@]} -eq 0 ] && echo none; set -- "${o[@]}"; echo $#', 'none\n0\n'],
  [
    's=abcdef; echo ${s:2} ${s:1:3} ${s: -2} ${s:0:-1} ${s^^} ${s^}; t=ABC; echo ${t,,}',
    'cdef bcd ef abcde ABCDEF Abcdef\nabc\n',
  ],
  ["echo $'a\\tb'; n=s; s=5; echo ${!n}; cat <(echo pipe)", 'a\tb\n5\npipe\n'],
  ['while read -r x; do echo "> $x"; done < <(echo a; echo b)', '> a\n> b\n'],
  ['time echo x', 'x\n\nreal\t0m0.000s\nuser\t0m0.010s\nsys\t0m0.005s\n'],
  ['a=(x y); unset a; echo ${#a[@]}', '0\n'],
];

describe('arrays and what else bash has', () => {
  it.each(cases)('%s', (text, says) => {
    expect(ran(text)).toEqual({ says, end: 'end' });
  });

  it('says what it does not read', () => {
    expect(ran('select x in a b; do echo $x; done').end).toBe('unread');
    expect(ran('tee >(cat) < /dev/null').end).toBe('unread');
    expect(ran('a=(x y').end).not.toBe('end');
  });
});
