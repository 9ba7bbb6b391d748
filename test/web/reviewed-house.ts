import type { Page } from "playwright-core";
import { Browser, firstPerson, openPeopleHouse, password } from "../api/people-house.js";
import { freePort } from "../store/free-port.js";
import { openWebHouse, type WebHouse } from "./web-house.js";

/** A house with an engineer, who proposes, and an approver. */
export async function openReviewed(): Promise<WebHouse> {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const open = async () => {
    const house = await openPeopleHouse(null, origin);
    const { browser: admin } = await firstPerson(house);
    for (const role of ["engineer", "approver", "viewer"]) {
      const { code } = await admin.told("POST", "/workspaces/acme/people", { name: role, roles: [role] });
      await new Browser(house).told("POST", "/invitation", { code, login: `${role}@example.org`, password });
    }
    return house;
  };
  return openWebHouse(open, origin, port);
}

export async function signIn(page: Page, role: string): Promise<void> {
  await page.getByLabel("Login").fill(`${role}@example.org`);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("navigation", { name: "Screens" }).waitFor();
}
