export default ([1, 2] as const)
