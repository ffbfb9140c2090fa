/** Judges the draft again shortly after it changes, away from the keystroke, and tells who listens. */
import type { DraftSync } from "@/components/outbox/draft-sync";
import { type Completeness, completeness, type SigningContext } from "@/domain/visit/completeness";
import type { DraftValue } from "@/domain/visit/field-values";
import { type JudgedDraft, type JudgingContext, judgeDraft } from "@/domain/visit/judge-draft";
import { keepEqual } from "@/domain/visit/keep-equal";
import { retestAsked } from "@/domain/visit/retest-asked";

export type Judgement = JudgedDraft & {
  completeness: Completeness;
  /** Paths of measures that would step the phase back and were taken once only. */
  retests: string[];
};

/** Long enough that a fast typist isn't judged at every key, short enough to be called live. */
const SETTLE_MS = 180;

export class LiveJudgement {
  #current: Judgement;
  #revision: number;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #listeners = new Set<() => void>();

  constructor(
    private readonly sync: DraftSync,
    private readonly judging: JudgingContext,
    private readonly signing: SigningContext,
  ) {
    this.#current = this.#judge();
    this.#revision = sync.revision;
  }

  get current(): Judgement {
    return this.#current;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Begins to listen; the answer ends it. */
  follow(): () => void {
    const stop = this.sync.subscribe("", () => {
      if (this.sync.revision === this.#revision) return;
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.refresh(), SETTLE_MS);
    });
    return () => {
      clearTimeout(this.#timer);
      stop();
    };
  }

  /** Judges now what stands there (before signing, after recovery). */
  refresh(): Judgement {
    if (this.sync.revision !== this.#revision) {
      this.#revision = this.sync.revision;
      this.#current = this.#judge(this.#current);
      for (const listener of this.#listeners) listener();
    }
    return this.#current;
  }

  #judge(last?: Judgement): Judgement {
    const judged = judgeDraft(this.sync.fields(), this.judging, { last });
    const assessment = judged.judged?.assessment ?? null;
    const stands = (path: string) => (this.sync.value(path) as DraftValue<"measure"> | null)?.stands === true;
    const complete = completeness(judged.read, assessment, this.signing);
    const retests =
      assessment === null ? [] : retestAsked(assessment, judged.read.entries, this.judging.earlier, stands);
    return {
      ...judged,
      completeness: keepEqual(last?.completeness, complete),
      retests: keepEqual(last?.retests, retests),
    };
  }
}
