import { randomBytes, randomInt } from 'node:crypto';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

let lastMilliseconds = -1;
let counter = 0;

/** Twelve bits that rise while the milliseconds stay (RFC 9562 §6.2, method 1), so ids of one process keep their order. */
const nextCounter = (milliseconds: number): number => {
  counter = milliseconds === lastMilliseconds ? (counter + 1) & 0xfff : randomInt(0x400);
  lastMilliseconds = milliseconds;
  return counter;
};

/** A UUID version 7 (RFC 9562 §5.7): sorted by time of creation, unguessable in its last 62 bits. */
export const newId = (at: Date = new Date()): string => {
  const bytes = randomBytes(16);
  const milliseconds = at.getTime();
  bytes.writeUIntBE(milliseconds, 0, 6);
  bytes.writeUInt16BE(0x7000 | nextCounter(milliseconds), 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const text = hex(bytes);
  return [text.slice(0, 8), text.slice(8, 12), text.slice(12, 16), text.slice(16, 20), text.slice(20)].join(
    '-',
  );
};

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether a text can be an id at all; what can't is answered like an id that does not exist. */
export const isId = (text: string): boolean => uuid.test(text);
