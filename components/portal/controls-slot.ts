/** Where the player's buttons stand: in the frame's dock, within reach of either thumb however long the steps are. */
export const CONTROLS_SLOT = "session-controls";
