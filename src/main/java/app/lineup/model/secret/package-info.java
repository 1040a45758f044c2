/// What of a text must not be seen: logins, tokens, headers. In comes a text, an address or a value with its name; out
/// comes the same with `***` where a credential stands. Begin with [app.lineup.model.secret.TextMask]. Everybody else
/// asks `model.Secrets`. It imports nothing of ours.
package app.lineup.model.secret;
