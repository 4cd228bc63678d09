import { randomInt } from 'node:crypto';

/** Plants and birds; none is a given name, none says anything about anyone. */
// prettier-ignore
const words = [
  'Apila', 'Haapa', 'Heisi', 'Horsma', 'Joutsen', 'Jäkälä', 'Kaarna', 'Kaisla', 'Karpalo', 'Kataja',
  'Koivu', 'Kuikka', 'Kurki', 'Kuusama', 'Käpy', 'Lepinkäinen', 'Leppä', 'Mesiangervo', 'Mustikka', 'Mänty', 'Niittyleinikki',
  'Osmankäämi', 'Paju', 'Peippo', 'Pihlaja', 'Puolukka', 'Päivänkakkara', 'Raita', 'Saniainen', 'Sammal', 'Suopursu', 'Tiira',
  'Tuomi', 'Ulpukka', 'Vaahtera', 'Vadelma', 'Variksenmarja', 'Västäräkki',
] as const;

/** A name for lists that says nothing about the person, e.g. Koivu-4821. */
export const newPseudonym = (): string =>
  `${words[randomInt(words.length)] ?? 'Koivu'}-${randomInt(1_000, 10_000)}`;
