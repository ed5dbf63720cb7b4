// Reads and checks the seals of certificates (craftdesk/features/certificates/seal.py says what is in them).
// Nothing here is secret, so nothing has to take the same time for every number.
"use strict";

const Seal = (() => {
  const LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
  const FIELDS = [
    "number", "kind", "name_ar", "name_la", "born", "subject_ar", "subject_fr", "first_day", "last_day", "issued_on",
  ];
  const PREFIX = "CD1:", VERSION = 1, KEY_NAME = 8, SIGNATURE = 64, HASH = 2, UTF8 = 0x8000;

  function base45(text) {
    const found = [];
    for (let place = 0; place < text.length; place += 3) {
      const part = [...text.slice(place, place + 3)].map((letter) => LETTERS.indexOf(letter));
      if (part.length === 1 || part.includes(-1)) throw new Error("not base45");
      const number = part.reduce((sum, value, power) => sum + value * 45 ** power, 0);
      if (number >= 256 ** (part.length - 1)) throw new Error("not base45");
      if (part.length === 3) found.push(number >> 8);
      found.push(number & 255);
    }
    return Uint8Array.from(found);
  }

  // SHA-512 (FIPS 180-4). Its constants are the first bits of the roots of the first primes, and are worked out here.
  const MASK = (1n << 64n) - 1n;
  function primes(count) {
    const found = [];
    for (let number = 2; found.length < count; number++)
      if (found.every((prime) => number % prime)) found.push(number);
    return found;
  }
  function root(number, power) {
    // The whole part of number ** (1 / power), by halving.
    let low = 0n, high = 1n << 80n;
    while (high - low > 1n) {
      const middle = (low + high) >> 1n;
      if (middle ** power <= number) low = middle; else high = middle;
    }
    return low;
  }
  const PRIMES = primes(80).map(BigInt);
  const START = PRIMES.slice(0, 8).map((prime) => root(prime << 128n, 2n) & MASK);
  const ROUND = PRIMES.map((prime) => root(prime << 192n, 3n) & MASK);
  const turned = (word, by) => ((word >> by) | (word << (64n - by))) & MASK;

  function sha512(bytes) {
    const length = bytes.length, padded = new Uint8Array(Math.ceil((length + 17) / 128) * 128);
    padded.set(bytes);
    padded[length] = 0x80;
    const view = new DataView(padded.buffer);
    view.setBigUint64(padded.length - 8, BigInt(length) * 8n);
    const state = [...START];
    for (let block = 0; block < padded.length; block += 128) {
      const words = [];
      for (let place = 0; place < 16; place++) words.push(view.getBigUint64(block + place * 8));
      for (let place = 16; place < 80; place++) {
        const one = words[place - 15], two = words[place - 2];
        const first = turned(one, 1n) ^ turned(one, 8n) ^ (one >> 7n);
        const second = turned(two, 19n) ^ turned(two, 61n) ^ (two >> 6n);
        words.push((words[place - 16] + first + words[place - 7] + second) & MASK);
      }
      let [a, b, c, d, e, f, g, h] = state;
      for (let place = 0; place < 80; place++) {
        const choice = (e & f) ^ (~e & MASK & g), majority = (a & b) ^ (a & c) ^ (b & c);
        const one = (h + (turned(e, 14n) ^ turned(e, 18n) ^ turned(e, 41n)) + choice + ROUND[place] + words[place]) & MASK;
        const two = ((turned(a, 28n) ^ turned(a, 34n) ^ turned(a, 39n)) + majority) & MASK;
        [h, g, f, e, d, c, b, a] = [g, f, e, (d + one) & MASK, c, b, a, (one + two) & MASK];
      }
      [a, b, c, d, e, f, g, h].forEach((word, place) => { state[place] = (state[place] + word) & MASK; });
    }
    const out = new Uint8Array(64), written = new DataView(out.buffer);
    state.forEach((word, place) => written.setBigUint64(place * 8, word));
    return out;
  }

  // Ed25519 (RFC 8032, section 5.1.7).
  const P = (1n << 255n) - 19n, L = (1n << 252n) + 27742317777372353535851937790883648493n;
  const mod = (number) => ((number % P) + P) % P;
  function powered(number, power) {
    let found = 1n;
    for (let base = mod(number), left = power; left; left >>= 1n, base = base * base % P)
      if (left & 1n) found = found * base % P;
    return found;
  }
  const inverse = (number) => powered(number, P - 2n);
  const D = mod(-121665n * inverse(121666n)), ROOT = powered(2n, (P - 1n) / 4n);
  function number(bytes) {
    return [...bytes].reverse().reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  }
  function point(bytes) {
    const whole = number(bytes), y = whole & ((1n << 255n) - 1n), sign = whole >> 255n;
    if (y >= P) return null;
    const above = mod(y * y - 1n), below = mod(D * y % P * y + 1n), square = above * inverse(below) % P;
    let x = powered(square, (P + 3n) / 8n);
    if (mod(x * x - square)) x = x * ROOT % P;
    if (mod(x * x - square) || (x === 0n && sign)) return null;
    if ((x & 1n) !== sign) x = P - x;
    return [x, y, 1n, x * y % P];
  }
  function added([x1, y1, z1, t1], [x2, y2, z2, t2]) {
    const a = mod((y1 - x1) * (y2 - x2)), b = mod((y1 + x1) * (y2 + x2)), c = mod(2n * t1 * t2 % P * D), d = mod(2n * z1 * z2);
    const e = b - a, f = d - c, g = d + c, h = b + a;
    return [mod(e * f), mod(g * h), mod(f * g), mod(e * h)];
  }
  function times(scalar, base) {
    let found = [0n, 1n, 1n, 0n];
    for (let left = scalar, step = base; left; left >>= 1n, step = added(step, step))
      if (left & 1n) found = added(found, step);
    return found;
  }
  const same = ([x1, y1, z1], [x2, y2, z2]) => !mod(x1 * z2 - x2 * z1) && !mod(y1 * z2 - y2 * z1);
  const Y = 4n * inverse(5n) % P;
  const BASE = point(Uint8Array.from({ length: 32 }, (_, place) => Number((Y >> BigInt(8 * place)) & 255n)));

  function signed(message, signature, key) {
    const a = point(key), r = point(signature.slice(0, 32)), s = number(signature.slice(32));
    if (!a || !r || s >= L) return false;
    const challenge = number(sha512(Uint8Array.from([...signature.slice(0, 32), ...key, ...message]))) % L;
    return same(times(s, BASE), added(r, times(challenge, a)));
  }

  const bytes = (hex) => Uint8Array.from(hex.match(/../g) || [], (pair) => parseInt(pair, 16));
  const hex = (data) => [...data].map((byte) => byte.toString(16).padStart(2, "0")).join("");

  function read(part) {
    const wide = ((part[0] << 8) | part[1]) & UTF8;
    return new TextDecoder(wide ? "utf-8" : "windows-1256").decode(part.slice(2));
  }

  function opened(text) {
    if (!text.startsWith(PREFIX)) throw new Error("not a seal");
    const data = base45(text.slice(PREFIX.length)), body = data.slice(0, -SIGNATURE), parts = [];
    if (body[0] !== VERSION) throw new Error("another version");
    let at = 1 + KEY_NAME;
    for (const _ of FIELDS) {
      if (at + 2 > body.length) throw new Error("cut off");
      const end = at + 2 + (((body[at] << 8) | body[at + 1]) & ~UTF8);
      parts.push(body.slice(at, end));
      at = end;
    }
    if (body.length !== at + HASH * FIELDS.length) throw new Error("another length");
    const hashes = FIELDS.map((_, place) => hex(body.slice(at + HASH * place, at + HASH * (place + 1))));
    return { body, signature: data.slice(-SIGNATURE), parts, hashes };
  }

  // keys: [{name, public, office_ar, office_fr}] in hex; withdrawn: {key name: {number: reason}}.
  function check(text, keys, withdrawn) {
    let found;
    try {
      found = opened(text.trim());
    } catch {
      return { verdict: "unreadable", values: {}, altered: [] };
    }
    const { body, signature, parts, hashes } = found;
    const values = Object.fromEntries(FIELDS.map((name, place) => [name, read(parts[place])]));
    const named = hex(body.slice(1, 1 + KEY_NAME)), key = keys.find((each) => each.name === named);
    if (!key) return { verdict: "unknown office", values, altered: [] };
    if (!signed(body, signature, bytes(key.public))) {
      const altered = FIELDS.filter(
        (_, place) => hex(sha512(Uint8Array.from([place, ...parts[place]])).slice(0, HASH)) !== hashes[place],
      );
      return { verdict: "forged", values, altered, key };
    }
    const reason = (withdrawn[named] || {})[values.number];
    if (reason !== undefined) return { verdict: "withdrawn", values, altered: [], key, reason };
    return { verdict: "genuine", values, altered: [], key };
  }

  // A list of what was withdrawn, as an office signs it: {"withdrawn": "…", "signature": "…"}.
  function withdrawnBy(list, keys) {
    const said = JSON.parse(list.withdrawn), key = keys.find((each) => each.name === said.key);
    const message = new TextEncoder().encode(list.withdrawn);
    if (!key || !signed(message, bytes(list.signature), bytes(key.public))) return null;
    return { [said.key]: said.numbers };
  }

  return { check, withdrawnBy, sha512, signed };
})();
