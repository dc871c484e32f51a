import { expect, it } from 'vitest';
import { byReadName } from './order.ts';

it('puts names where people look for them, and equal ones side by side', () => {
  const names = ['Zoe', 'Íñigo', 'álvaro', 'ana', 'Bea', 'Álvaro', 'Ana', 'inés'];
  expect([...names, 'Bea'].sort(byReadName)).toEqual([
    ...['Álvaro', 'álvaro', 'Ana', 'ana', 'Bea', 'Bea', 'inés', 'Íñigo', 'Zoe'],
  ]);
});
