/** The version of kubectl and of the API server that the lab compares itself with. */
export const release = 'v1.36.0';
