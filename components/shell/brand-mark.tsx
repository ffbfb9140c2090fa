/** The mark: a beam that carries the back (blue) and the front (orange) of the thigh, tipped as one finds it. */
export function BrandMark({ size = 24, className }: { size?: number; className?: string }) {
  return (
    <svg viewBox="0 0 24 24" width={size} height={size} aria-hidden="true" className={className}>
      <circle cx="4.6" cy="8.4" r="4" className="fill-back" />
      <rect x="15.4" y="2.2" width="7.4" height="7.4" rx="1.6" transform="rotate(-9 19.1 5.9)" className="fill-front" />
      <path d="M3 14.2 22 11.2" className="stroke-ink" strokeWidth="2.2" strokeLinecap="round" />
      <path d="M12.6 15.4 16 22H9.2Z" className="fill-brand" />
    </svg>
  );
}
