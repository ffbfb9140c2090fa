/** How an action says which login its page was rendered for: a membership's id, beside the framework's own name of the action. */
export const PAGE_LOGIN_HEADER = "x-counterpoise-membership";
export const ACTION_HEADER = "next-action";

/** Which page of this app a request is for, said by the proxy and by nobody else. */
export const PAGE_PATH_HEADER = "x-counterpoise-path";

/** The diagnostics channel that hears of each refusal, in the asynchronous context of its request. */
export const OTHER_LOGIN_CHANNEL = "counterpoise.other-login";
