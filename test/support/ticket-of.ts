/** The ticket in an address of the web host. */
export function ticketOf(address: string): string {
  return new URLSearchParams(new URL(address).hash.slice(1)).get('ticket') ?? '';
}
