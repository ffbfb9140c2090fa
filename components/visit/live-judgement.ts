/** Judges the draft again shortly after it changes, away from the keystroke, and tells who listens. */
import type { DraftFields } from "@/components/outbox/draft-fields";
import type { JudgingContext } from "@/domain/visit/judge-draft";
import type { ConsentId } from "@/domain/vocabulary/consent";
import type { judgeScreen as JudgeScreen, ScreenJudgement } from "./judge-screen";
import { fetchOnce } from "./on-demand";

/** Long enough that a fast typist isn't judged at every key, short enough to be called live. */
const SETTLE_MS = 180;

/** The page brings its first judgement along: the rules are needed once something changes. */
const rules = fetchOnce(() => import("./judge-screen"));

export class LiveJudgement {
  #current: ScreenJudgement;
  #revision: number;
  #isBehind = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #listeners = new Set<() => void>();

  constructor(
    private readonly fields: DraftFields,
    private readonly judging: JudgingContext,
    private readonly standingConsents: readonly ConsentId[],
    first: ScreenJudgement,
  ) {
    this.#current = first;
    this.#revision = fields.revision;
  }

  get current(): ScreenJudgement {
    return this.#current;
  }

  /** The rules could not be fetched: what is shown is older than what was typed, and says so. */
  get isBehind(): boolean {
    return this.#isBehind;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Begins to listen; the answer ends it. */
  follow(): () => void {
    const stop = this.fields.subscribe("", () => {
      if (this.fields.revision === this.#revision) return;
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.refresh(), SETTLE_MS);
    });
    return () => {
      clearTimeout(this.#timer);
      stop();
    };
  }

  /** Judges now what stands there (before signing, after recovery); at once where the rules are here, else when they come. */
  refresh(): void {
    this.whenJudged(() => undefined);
  }

  /** Calls `then` with the judgement of what stands there now: before it returns, unless the rules have yet to come. */
  whenJudged(then: (judgement: ScreenJudgement) => void): void {
    const here = rules.now();
    if (this.fields.revision === this.#revision) then(this.#current);
    else if (here !== null) then(this.#judge(here.judgeScreen));
    else {
      rules.fetch().then(
        () => this.whenJudged(then),
        // The next change asks again, and so does a network that is back.
        () => this.#tell(true),
      );
    }
  }

  #judge(judgeScreen: typeof JudgeScreen): ScreenJudgement {
    this.#revision = this.fields.revision;
    this.#current = judgeScreen(this.fields.all(), this.judging, this.standingConsents, this.#current);
    this.#tell(false);
    return this.#current;
  }

  #tell(isBehind: boolean): void {
    this.#isBehind = isBehind;
    for (const listener of this.#listeners) listener();
  }
}
