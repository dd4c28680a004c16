import { createServer } from "node:net";
import { startServer } from "./support/server";

test("a second start builds nothing and is ready in seconds; a busy port gets the next one", async () => {
  const blocker = createServer().listen(0, "localhost");
  await new Promise((done) => blocker.once("listening", done));
  const address = blocker.address();
  const busy = typeof address === "object" && address ? address.port : 0;
  const first = await startServer({ PORT: String(busy) });
  const second = await startServer({ PORT: String(busy) });
  try {
    expect(second.output).not.toContain("Building");
    expect(second.output).not.toContain("Installing");
    expect(second.milliseconds).toBeLessThan(10_000);
    expect(Number(new URL(first.url).port)).toBeGreaterThan(busy);
    expect(Number(new URL(second.url).port)).toBeGreaterThan(Number(new URL(first.url).port));
  } finally {
    await Promise.all([first.stop(), second.stop()]);
    blocker.close();
  }
}, 300_000);
