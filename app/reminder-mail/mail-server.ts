/** The mail server of the settings: hands it one message and says what surely, or possibly, became of it. */
import "server-only";
import { createTransport } from "nodemailer";
import { environment } from "@/env";

export type Mail = {
  to: string;
  subject: string;
  text: string;
  /** Ends these mails by a bare POST (RFC 8058). */
  oneClick: string;
  /** The same for a second try, so that a mail program can tell it is the same. */
  messageId: string;
};

/**
 * `refused`: the server said no to this message or its receiver. `later`: it asked to come again. `unreachable`: nothing
 * was handed over. `unsure`: the connection broke while the message was on its way.
 */
export type Delivery = "sent" | "refused" | "later" | "unreachable" | "unsure";

export type MailServer = { deliver: (mail: Mail) => Promise<Delivery>; domain: string };

const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);
const TIMEOUTS = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000, dnsTimeout: 5_000 };

/** null: no mail server is set. */
export function mailServer(): MailServer | null {
  const { SMTP_URL, MAIL_FROM } = environment();
  if (SMTP_URL === undefined || MAIL_FROM === undefined) return null;
  const options = {
    url: SMTP_URL,
    ...TIMEOUTS,
    // Whose exercises these are is nobody else's business; the URL itself may say requireTLS=false.
    requireTLS: !LOOPBACK.has(new URL(SMTP_URL).hostname),
    disableFileAccess: true,
    disableUrlAccess: true,
  };
  return {
    domain: MAIL_FROM.replace(/^.*@|>$/g, ""),
    deliver: async ({ oneClick, ...mail }) => {
      const transport = createTransport(options);
      let isUnderWay = false;
      transport.use("stream", (message, done) => {
        // Read only after greeting and sign-in: whatever fails before has delivered nothing.
        message.message.processFunc((stream) => {
          isUnderWay = true;
          return stream;
        });
        done();
      });
      try {
        await transport.sendMail({
          ...mail,
          from: MAIL_FROM,
          headers: {
            "Auto-Submitted": "auto-generated",
            "List-Unsubscribe": { prepared: true, value: `<${oneClick}>` },
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
          },
        });
        return "sent";
      } catch (error) {
        return deliveryOf(error, isUnderWay);
      } finally {
        transport.close();
      }
    },
  };
}

function deliveryOf(error: unknown, isUnderWay: boolean): Delivery {
  if (!isUnderWay) return "unreachable";
  const code = error instanceof Error && "responseCode" in error ? Number(error.responseCode) : Number.NaN;
  if (code >= 500) return "refused";
  return code >= 400 ? "later" : "unsure";
}
