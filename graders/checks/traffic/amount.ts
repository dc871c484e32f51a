import { own } from '../../core/own.ts';
import type { Text } from '../../core/text.ts';

/** Whether a share satisfies an amount as a spec writes it. */
export type Amount = (share: number) => boolean;

const bound = /^(>=|<=|>|<)?(\d+(?:\.\d+)?)%$/;
const tolerance = 1e-9;

/**
 * Reads `10%`, `>50%`, `>0% <50%` (every condition holds) or `1%..49%` (both ends included).
 * @throws when it is none of these: the spec is wrong, not the answer
 */
export function readAmount(text: string): Amount {
  const range = /^(\d+(?:\.\d+)?)%\.\.(\d+(?:\.\d+)?)%$/.exec(text.trim());
  const conditions = range ? [`>=${range[1]}%`, `<=${range[2]}%`] : text.trim().split(/\s+/);
  const amounts = conditions.map(readBound);
  return (share) => amounts.every((holds) => holds(share));
}

function readBound(text: string): Amount {
  const parts = bound.exec(text);
  if (!parts) throw new Error(`not an amount: ${text}`);
  const limit = Number(parts[2]) / 100;
  switch (parts[1]) {
    case '>':
      return (share) => share > limit + tolerance;
    case '>=':
      return (share) => share >= limit - tolerance;
    case '<':
      return (share) => share < limit - tolerance;
    case '<=':
      return (share) => share <= limit + tolerance;
    default:
      return (share) => Math.abs(share - limit) <= 0.0005;
  }
}

/** The same in words, as what somebody «should get». */
export function amountText(text: string): Text {
  const range = /^(\d+(?:\.\d+)?)%\.\.(\d+(?:\.\d+)?)%$/.exec(text.trim());
  if (range) {
    const [, low = '', high = ''] = range;
    return { es: `entre el ${spanish(low)} % y el ${spanish(high)} %`, en: `between ${low}% and ${high}%` };
  }
  const said = text.trim().split(/\s+/).map(boundText);
  return { es: said.map(({ es }) => es).join(' y '), en: said.map(({ en }) => en).join(' and ') };
}

function boundText(text: string): Text {
  const [, sign = '', number = ''] = bound.exec(text) ?? [];
  const { es, en } = own(signs, sign) ?? { es: 'el', en: '' };
  return { es: `${es} ${spanish(number)} %`, en: `${en} ${number}%`.trim() };
}

const signs: Readonly<Record<string, Text>> = {
  '>': { es: 'más del', en: 'more than' },
  '>=': { es: 'al menos el', en: 'at least' },
  '<': { es: 'menos del', en: 'less than' },
  '<=': { es: 'como mucho el', en: 'at most' },
};

const spanish = (number: string): string => number.replace('.', ',');

/** A part of the requests of a kind, as the subject of a sentence. */
export function partText(request: string, share: number): Text {
  const percent = String(percentOf(share));
  if (share > 0.9995) return { es: `\`${request}\``, en: `\`${request}\`` };
  return { es: `El ${spanish(percent)} % de \`${request}\``, en: `${percent}% of \`${request}\`` };
}

export function percentOf(share: number): number {
  return Math.round(share * 1000) / 10;
}
