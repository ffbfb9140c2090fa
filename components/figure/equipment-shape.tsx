/** Draws one piece of equipment, hand or arrow of an exercise figure. */
import { CHAIR_BACK, type Equipment, HEADBOARD } from "./equipment";
import { Arrow, Circling, Hand, Push, SpeedLines } from "./motion-marks";
import { paint } from "./paint";
import { capsule } from "./person";
import { down, line, type Point, polar, round } from "./plane";
import { Mat, Wall } from "./surfaces";

const SOLID = { fill: paint("prop"), stroke: paint("prop-line"), strokeWidth: 1.3 } as const;
const STAND = { fill: "none", stroke: paint("prop-line"), strokeWidth: 3.2, strokeLinecap: "round" } as const;

function Pack({ at, turn, warm }: Extract<Equipment, { kind: "pack" }>) {
  const tone = warm ? "front" : "back";
  return (
    <g transform={`translate(${round(at[0])},${round(-at[1])}) rotate(${round(-turn)})`}>
      <rect
        x={-14}
        y={-6.5}
        width={28}
        height={13}
        rx={5}
        fill={paint(`${tone}-wash`)}
        stroke={paint(tone)}
        strokeWidth={1.8}
      />
      {warm
        ? [-8, 0, 8].map((x) => (
            <path
              key={x}
              d={`M${x},-11c-4,-4 4,-6 0,-11`}
              fill="none"
              stroke={paint(tone)}
              strokeWidth={2}
              strokeLinecap="round"
            />
          ))
        : [-7, 7].map((x) => (
            <path
              key={x}
              d={`M${x},-4.4V4.4M${x - 3.8},-2.2L${x + 3.8},2.2M${x - 3.8},2.2L${x + 3.8},-2.2`}
              stroke={paint(tone)}
              strokeWidth={1.3}
              strokeLinecap="round"
            />
          ))}
    </g>
  );
}

function Bandage({ from, to, radius }: Extract<Equipment, { kind: "bandage" }>) {
  const turns = [0.15, 0.38, 0.62, 0.85];
  const lean = (Math.atan2(to[1] - from[1], to[0] - from[0]) * 180) / Math.PI;
  return (
    <>
      <path d={capsule(from, to, radius, radius - 1.4)} {...SOLID} />
      {turns.map((share) => {
        const at: Point = [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share];
        const reach = radius - 1;
        return (
          <path
            key={share}
            d={line([polar(at, lean + 70, reach), polar(at, lean - 110, reach)].map(down))}
            stroke={paint("prop-line")}
            strokeWidth={1.3}
          />
        );
      })}
    </>
  );
}

export function EquipmentShape({ thing }: { thing: Equipment }) {
  switch (thing.kind) {
    case "floor":
      return (
        <path
          d={`M${thing.from},${round(1.2 - (thing.y ?? 0))}H${thing.to}`}
          stroke={paint("floor")}
          strokeWidth={2.4}
          strokeLinecap="round"
        />
      );
    case "roller":
      return (
        <>
          <circle cx={round(thing.at[0])} cy={round(-thing.at[1])} r={9.5} {...SOLID} />
          <circle
            cx={round(thing.at[0])}
            cy={round(-thing.at[1])}
            r={4}
            fill={paint("surface")}
            stroke={paint("prop-line")}
            strokeWidth={1.2}
          />
        </>
      );
    case "ball": {
      const [x, y] = down(thing.at);
      const r = thing.radius;
      return (
        <>
          <circle cx={round(x)} cy={round(y)} r={r} {...SOLID} />
          <path
            d={`M${round(x - r * 0.6)},${round(y - r * 0.35)}A${round(r * 0.7)},${round(r * 0.7)} 0 0 1 ${round(x - r * 0.1)},${round(y - r * 0.7)}`}
            fill="none"
            stroke={paint("prop-line")}
            strokeWidth={1.2}
            strokeLinecap="round"
          />
        </>
      );
    }
    case "pillow": {
      const [x, y] = thing.at;
      const middle = `${round(x + thing.width / 2)},${round(-y - thing.height / 2)}`;
      return (
        <rect
          x={x}
          y={-y - thing.height}
          width={thing.width}
          height={thing.height}
          rx={Math.min(7, thing.height / 2)}
          transform={thing.turn === undefined ? undefined : `rotate(${-thing.turn} ${middle})`}
          fill={paint("prop")}
          fillOpacity={0.55}
          stroke={paint("prop-line")}
          strokeWidth={1.2}
        />
      );
    }
    case "pad":
      return <rect x={thing.x} y={-thing.height} width={thing.width} height={thing.height} rx={2} {...SOLID} />;
    case "slider":
      return (
        <rect
          x={thing.x - thing.width / 2}
          y={-3}
          width={thing.width}
          height={3.2}
          rx={1.6}
          fill={paint("prop-line")}
        />
      );
    case "wall":
      return <Wall {...thing} />;
    case "mat":
      return <Mat {...thing} />;
    case "bench":
      return (
        <>
          <path
            d={`M${thing.x + 6},0V${6 - thing.height}M${thing.x + thing.width - 6},0V${6 - thing.height}`}
            {...STAND}
          />
          <rect x={thing.x} y={-thing.height} width={thing.width} height={8} rx={3} {...SOLID} />
        </>
      );
    case "box":
      return <rect x={thing.x} y={-thing.height} width={thing.width} height={thing.height} rx={3} {...SOLID} />;
    case "chair": {
      const back = thing.back === "left" ? thing.x + 4 : thing.x + thing.width - 4;
      return (
        <>
          <path
            d={`M${thing.x + 4},0V${-thing.height}M${thing.x + thing.width - 4},0V${-thing.height}M${back},${-thing.height}V${-thing.height - CHAIR_BACK}`}
            {...STAND}
          />
          <rect x={thing.x} y={-thing.height} width={thing.width} height={6} rx={2.5} {...SOLID} />
        </>
      );
    }
    case "bed": {
      const board = thing.head === "left" ? thing.x - 1 : thing.x + thing.width + 1;
      return (
        <>
          <path
            d={`M${thing.x + 10},0V${8 - thing.height}M${thing.x + thing.width - 10},0V${8 - thing.height}`}
            {...STAND}
          />
          {thing.head !== undefined && (
            <path d={`M${board},0V${-thing.height - HEADBOARD}`} {...STAND} strokeWidth={4.4} />
          )}
          <rect x={thing.x} y={-thing.height} width={thing.width} height={10} rx={4} {...SOLID} />
        </>
      );
    }
    case "strap": {
      const [first] = thing.through;
      return (
        <>
          <path
            d={line(thing.through.map(down))}
            fill="none"
            stroke={paint("prop-line")}
            strokeWidth={3}
            strokeLinecap="round"
            strokeLinejoin="round"
          />
          {thing.anchored === true && first !== undefined && (
            <circle cx={round(first[0])} cy={round(-first[1])} r={3.4} {...SOLID} />
          )}
        </>
      );
    }
    case "ankle_hold": {
      const [x, y] = thing.at;
      return (
        <>
          <path d={`M${x - 4},0V${-y - 1}M${x + 5},0V${-y - 1}`} {...STAND} strokeWidth={2.6} />
          <rect x={x - 9} y={-y - 7} width={19} height={8} rx={4} {...SOLID} />
        </>
      );
    }
    case "dumbbell": {
      const [x, y] = down(thing.at);
      return (
        <>
          <path d={`M${round(x - 11)},${round(y)}h22`} stroke={paint("prop-line")} strokeWidth={3} />
          <rect x={round(x - 13)} y={round(y - 7)} width={7} height={14} rx={2} {...SOLID} />
          <rect x={round(x + 6)} y={round(y - 7)} width={7} height={14} rx={2} {...SOLID} />
        </>
      );
    }
    case "stick":
      return (
        <>
          <path d={capsule(thing.from, thing.to, 2.8, 2.8)} fill={paint("prop-line")} />
          <path
            d={capsule(
              [thing.from[0] * 0.72 + thing.to[0] * 0.28, thing.from[1] * 0.72 + thing.to[1] * 0.28],
              [thing.from[0] * 0.28 + thing.to[0] * 0.72, thing.from[1] * 0.28 + thing.to[1] * 0.72],
              5,
              5,
            )}
            {...SOLID}
          />
        </>
      );
    case "pack":
      return <Pack {...thing} />;
    case "bandage":
      return <Bandage {...thing} />;
    case "hand":
      return <Hand {...thing} />;
    case "arrow":
      return <Arrow {...thing} />;
    case "push":
      return <Push {...thing} />;
    case "circling":
      return <Circling {...thing} />;
    case "speed":
      return <SpeedLines {...thing} />;
  }
}
