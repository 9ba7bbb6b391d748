import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { type Profile, profiles, profileWords } from "../../api/profile.js";
import { useWorkspace } from "../../api/workspace.js";
import { Section } from "../../part/heading.js";
import { useKeptWords } from "../../part/kept-words.js";
import { ProblemBox } from "../../part/problem-box.js";
import { WordsField } from "../../part/words-field.js";
import { askAt } from "../../shell/address.js";
import { useTaking } from "./use-taking.js";

/** Chooses the profile: which answer every contested question gets on which nobody took a position. `profile`: the one that counts. */
export function ChooseProfile({ profile, isAlone }: { readonly profile: Profile; readonly isAlone: boolean }) {
  const workspace = useWorkspace();
  const [picked, setPicked] = useState<Profile | null>(null);
  const chosen = picked ?? profile;
  const why = useKeptWords("profile");
  const taking = useTaking(isAlone);
  return (
    <Section id="profile" title="Choose the profile">
      <form className="editing" onSubmit={(event) => {
        event.preventDefault();
        taking.mutate({ why: why.text.trim(), changes: { profile: chosen }, proposed: { kind: "profile", profile: chosen } }, { onSuccess: why.drop });
      }}>
        <fieldset className="answers">
          <legend>What a contested question gets where no position is taken</legend>
          {profiles.map((each) => <label key={each}><input type="radio" name="profile" checked={chosen === each} onChange={() => setPicked(each)} /> <span><strong>{each}</strong>: {profileWords[each]}{each === profile && <span className="soft"> (counts now)</span>}</span></label>)}
        </fieldset>
        {chosen !== profile && <p>Every answer that turns on such a question may change with it. <Link to={askAt(workspace)} search={{ profile: chosen }}>Ask under {chosen} first</Link>.</p>}
        <WordsField label="Why this profile, and on whose advice" words={why} required rows={3} maxLength={20_000} />
        <p><button type="submit" className="main" disabled={chosen === profile || why.text.trim() === "" || taking.isPending}>{isAlone ? "Record the profile" : "Propose the profile"}</button></p>
        {taking.data !== undefined && <p role="status">{taking.data} <Link to={askAt(workspace)}>See what it changes</Link>.</p>}
        {taking.error !== null && <ProblemBox problem={taking.error} />}
      </form>
    </Section>
  );
}
