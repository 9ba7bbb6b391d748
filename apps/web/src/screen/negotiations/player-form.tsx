import { useWorkspace } from "../../api/workspace.js";
import { useUses } from "../../api/uses.js";
import { Field } from "../../part/field.js";
import { mostOf, type Prepared, type PreparedPlayer } from "./prepared.js";
import { type Player, sayPoints, tacticWords } from "./use-negotiations.js";

interface PlayerFormProps {
  readonly prepared: Prepared;
  readonly side: 0 | 1;
  /** Its id is that of a party of the deal. */
  readonly isNamed: boolean;
  readonly isUs: boolean;
  readonly onChange: (player: PreparedPlayer) => void;
}

function Releases({ player: { id, releases, duty }, onChange }: { readonly player: PreparedPlayer; readonly onChange: (change: Partial<PreparedPlayer>) => void }) {
  const workspace = useWorkspace();
  const uses = useUses(workspace);
  const left = (uses.data?.items ?? []).map(({ name }) => name).filter((name) => releases[name] === undefined);
  return (
    <>
      {Object.entries(releases).map(([use, points]) => (
        <Field key={use} label={`${use}, where it is cleared`}>
          {(own) => <span className="fields"><input {...own} type="number" min={0} max={1000} step={1} required value={points} onChange={({ target }) => onChange({ releases: { ...releases, [use]: target.value } })} /><button type="button" className="bare" aria-label={`Leave out ${use} of ${id}`} onClick={() => onChange({ releases: Object.fromEntries(Object.entries(releases).filter(([name]) => name !== use)) })}>Leave out</button></span>}
        </Field>
      ))}
      {left.length > 0 && <Field label="Add a release" hint="points where the engine answers cleared or conditional with the package">{(own) => <select {...own} value="" onChange={({ target }) => onChange({ releases: { ...releases, [target.value]: "20" } })}><option value="" disabled>choose a use of the records</option>{left.map((name) => <option key={name} value={name}>{name}</option>)}</select>}</Field>}
      {Object.keys(releases).length > 0 && <Field label="Each obligation of it costs">{(own) => <input {...own} type="number" min={0} max={100} step={1} required value={duty} onChange={({ target }) => onChange({ duty: target.value })} />}</Field>}
    </>
  );
}

/** What a party is after, what it takes at least, and what it has otherwise. */
export function PlayerForm({ prepared, side, isNamed, isUs, onChange }: PlayerFormProps) {
  const player = prepared.players[side];
  const change = (changed: Partial<PreparedPlayer>): void => onChange({ ...player, ...changed });
  const most = mostOf(prepared, player);
  const line = (key: "reservation" | "otherwiseValue", label: string, hint: string) => <Field label={label} hint={hint}>{(own) => <input {...own} type="number" min={0} max={1_000_000} step={0.01} required value={player[key]} onChange={({ target }) => change({ [key]: target.value })} />}</Field>;
  return (
    <section className="player-form" aria-label={player.id || `party ${side + 1}`}>
      {isNamed ? <h3><bdi>{player.id}</bdi>{isUs && <span className="soft small"> (us)</span>}</h3> : <Field label={side === 0 ? "Our id" : "Id of the other side"}>{(own) => <input {...own} required maxLength={100} pattern="[a-zA-Z0-9][\w.\-]*" title="letters, digits, “.”, “_”, “-”" autoComplete="off" value={player.id} onChange={({ target }) => change({ id: target.value })} />}</Field>}
      <Field label="Interests" hint="one a line">{(own) => <textarea {...own} rows={3} value={player.interests} onChange={({ target }) => change({ interests: target.value })} />}</Field>
      <Releases player={player} onChange={change} />
      <p className="small soft">{Number.isNaN(most) ? "The most that it could have is told once everything is said." : `The most that it could have: ${sayPoints(most)} points.`}</p>
      <Field label="Without an agreement it has">{(own) => <input {...own} required maxLength={500} value={player.otherwise} onChange={({ target }) => change({ otherwise: target.value })} />}</Field>
      {line("otherwiseValue", "which is worth", "in points")}
      {line("reservation", "It takes at least", "in points, and not below what it has anyway")}
      <Field label="Where it is simulated it">{(own) => <select {...own} value={player.tactic} onChange={({ target }) => change({ tactic: target.value as Player["tactic"] })}>{(Object.keys(tacticWords) as Player["tactic"][]).map((tactic) => <option key={tactic} value={tactic}>{tacticWords[tactic]} ({tactic})</option>)}</select>}</Field>
    </section>
  );
}
