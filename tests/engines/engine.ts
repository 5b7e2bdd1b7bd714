/** Keys that have a name; everything else is typed as text. */
export type Key = 'Enter' | 'Tab' | 'Escape' | 'ArrowDown' | 'Backspace';

/** One browser with one page. All calls reject with what the engine says. */
export interface Engine {
  /** Resolves when the page has loaded. */
  goto(address: string): Promise<void>;
  back(): Promise<void>;
  /** Runs a function in the page; it and its argument are sent as text, so that it sees nothing of the test around it. */
  evaluate<Argument, Result>(run: (argument: Argument) => Result, argument: Argument): Promise<Awaited<Result>>;
  /** Presses the first element that matches, in its middle, as a reader's mouse does. */
  click(selector: string): Promise<void>;
  /** Types into what has the focus. */
  type(text: string): Promise<void>;
  press(key: Key): Promise<void>;
  /** Pastes the clipboard into what has the focus. */
  paste(): Promise<void>;
  /** Size of the viewport, in CSS pixels. */
  resize(width: number, height: number): Promise<void>;
  /** The viewport as a PNG. */
  screenshot(): Promise<Uint8Array>;
  /** The page on A4 as a PDF; undefined where the engine's driver cannot print. */
  print(): Promise<Uint8Array | undefined>;
  close(): Promise<void>;
}
