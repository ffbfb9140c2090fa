/** Shows the plain drawing at once and puts Recharts in its place when its code has arrived. */
"use client";
import { lazy, Suspense, useSyncExternalStore } from "react";
import { PlainChart } from "@/components/chart/plain-chart";
import type { ProgressChartProps } from "@/components/chart/progress-chart";

const ProgressChart = lazy(() => import("@/components/chart/progress-chart"));

const never = () => () => {};

export function LazyChart(props: ProgressChartProps) {
  // The server sends the plain drawing, so neither the page nor its first script carries Recharts.
  const inBrowser = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const plain = <PlainChart model={props.model} weekZero={props.weekZero} />;
  if (!inBrowser) return plain;
  return (
    <Suspense fallback={plain}>
      <ProgressChart {...props} />
    </Suspense>
  );
}
