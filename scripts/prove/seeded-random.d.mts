export function seededRandom(start: number): () => number;
