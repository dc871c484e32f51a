/** What a policy may know about who connects. */
export interface PolicyClient {
  readonly ip: string;
  /** Only of a client that came with mTLS. */
  readonly identity?: string;
}
