import { addNewerMembers, type NewerClient } from "../host/newerMembers";

/** Runs inside the task pane's page, behind Office.js and before the add-in's own scripts. */
void Office.onReady(() => addNewerMembers(window as unknown as NewerClient));
