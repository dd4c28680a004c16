/** Listens on the first free port from `port` on (0: any), on this computer only. */
export async function listen(server, port) {
  const tries =
    port === 0 ? [0] : Array.from({ length: 50 }, (_, index) => port + index).filter((p) => p < 65536);
  for (const candidate of tries) {
    if (await bind(server, candidate)) return server.address().port;
  }
  throw new Error(`Every port from ${port} to ${port + 49} is taken. PORT=… asks for another.`);
}

function bind(server, port) {
  return new Promise((done, fail) => {
    const onError = (error) => {
      if (error.code === "EADDRINUSE" || error.code === "EACCES") done(false);
      else fail(error);
    };
    server.once("error", onError);
    // the name, not an address: browsers may try ::1 or 127.0.0.1 first, and so does this
    server.listen({ port, host: "localhost" }, () => {
      server.removeListener("error", onError);
      done(true);
    });
  });
}
