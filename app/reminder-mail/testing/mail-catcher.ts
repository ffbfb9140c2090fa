/** A mail server on loopback that speaks SMTP and keeps what it is handed; it can also refuse, postpone, or hang up. */
import { createServer, type Socket } from "node:net";

export type CaughtMail = { to: string; headers: string; text: string };
type Manner = "take" | "refuse" | "postpone" | "hang-up";

export type MailCatcher = {
  url: string;
  mails: CaughtMail[];
  /** How it treats what comes from now on. */
  behave: (manner: Manner) => void;
  close: () => Promise<void>;
};

export async function catchMail(port = 0): Promise<MailCatcher> {
  const mails: CaughtMail[] = [];
  const sockets = new Set<Socket>();
  let manner: Manner = "take";
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    socket.on("error", () => socket.destroy());
    serve(socket, () => manner, mails);
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    mails,
    behave: (next) => {
      manner = next;
    },
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function serve(socket: Socket, manner: () => Manner, mails: CaughtMail[]): void {
  let waiting = "";
  let to = "";
  let isData = false;
  const say = (line: string) => socket.write(`${line}\r\n`);
  const command = (line: string) => {
    const verb = line.slice(0, 4).toUpperCase();
    if (verb === "RCPT") {
      to = /<(.*)>/.exec(line)?.[1] ?? "";
      if (manner() === "refuse") return say("550 5.1.1 no such person");
      if (manner() === "postpone") return say("451 4.7.1 come again later");
    }
    if (verb === "QUIT") return socket.end("221 bye\r\n");
    if (verb !== "DATA") return say("250 ok");
    isData = true;
    return say("354 go on");
  };
  say("220 catcher");
  socket.on("data", (chunk) => {
    waiting += chunk.toString("utf8");
    for (;;) {
      const end = isData ? "\r\n.\r\n" : "\r\n";
      const at = waiting.indexOf(end);
      if (at < 0) return;
      const part = waiting.slice(0, at);
      waiting = waiting.slice(at + end.length);
      if (!isData) command(part);
      else {
        isData = false;
        if (manner() === "hang-up") return socket.destroy();
        mails.push(readMail(to, part));
        say("250 taken");
      }
    }
  });
}

function readMail(to: string, raw: string): CaughtMail {
  const [head = "", ...body] = raw.split("\r\n\r\n");
  const headers = head.replace(/\r\n[ \t]+/g, " ");
  const text = body.join("\r\n\r\n");
  return { to, headers, text: /quoted-printable/i.test(headers) ? fromQuotedPrintable(text) : text };
}

function fromQuotedPrintable(text: string): string {
  const bytes = text
    .replace(/=\r\n/g, "")
    .replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString("utf8");
}
