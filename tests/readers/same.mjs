export function same(what, found, wanted) {
  if (found !== wanted) throw new Error(`${what}: found ${found}, expected ${wanted}`);
}
