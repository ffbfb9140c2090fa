/** Layout is work for the processor: more PDFs at once would only make each of them later. */
const AT_ONCE = 2;
let writing = 0;

/** null: two are being written already. */
export async function writePdf(work: () => Promise<Uint8Array>): Promise<Uint8Array | null> {
  if (writing >= AT_ONCE) return null;
  writing += 1;
  try {
    return await work();
  } finally {
    writing -= 1;
  }
}
