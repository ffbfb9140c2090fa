/** The head of the settings: their rooms side by side, one of them open. */
import type { ReactNode } from "react";
import { PageHeader } from "@/components/shell/page-header";
import { Tabs } from "@/components/ui/tabs";
import text from "@/messages/en/settings.json";

const ROOMS = ["clinic", "team", "rules", "phrases", "security"] as const;

export function SettingsFrame({ open, children }: { open: (typeof ROOMS)[number]; children: ReactNode }) {
  return (
    <>
      <PageHeader title={text.title} />
      <Tabs
        label={text.rooms.label}
        items={ROOMS.map((room) => ({ href: `/settings/${room}`, label: text.rooms[room], current: room === open }))}
      />
      <div className="mt-4 grid max-w-240 gap-4">{children}</div>
    </>
  );
}
