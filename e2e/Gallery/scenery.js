// Paints a landscape at dusk or dawn: hills in layers below a sky. The same number paints the same picture, as a JPEG in base64.
(number, width, height) => {
  let state = number * 7919 + 17;
  const random = () => (state = (state * 16807) % 2147483647) / 2147483647;
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const context = canvas.getContext('2d');
  const hue = (number * 47 + 200) % 360;

  const sky = context.createLinearGradient(0, 0, 0, height);
  sky.addColorStop(0, `hsl(${hue} 55% ${30 + random() * 25}%)`);
  sky.addColorStop(.55, `hsl(${hue + 40} 70% 75%)`);
  sky.addColorStop(1, `hsl(${hue + 70} 80% 85%)`);
  context.fillStyle = sky;
  context.fillRect(0, 0, width, height);

  context.fillStyle = `hsl(${hue + 60} 90% 90% / .85)`;
  context.beginPath();
  context.arc(width * (.2 + random() * .6), height * (.25 + random() * .25), Math.min(width, height) * .09, 0, 7);
  context.fill();

  for (let layer = 0; layer < 5; layer++) {
    const waves = Array.from({ length: 4 }, (_, i) => [(i + 1) * (2 + random() * 3), random() * 7, .05 / (i + 1)]);
    const line = height * (.5 + layer * .1);
    context.fillStyle = `hsl(${hue + 20 - layer * 6} ${30 + layer * 5}% ${62 - layer * 11}%)`;
    context.beginPath();
    context.moveTo(0, height);
    for (let x = 0; x <= width; x += 4) context.lineTo(x, line + height * waves.reduce((sum, [speed, start, size]) => sum + Math.sin(x / width * speed + start) * size, 0));
    context.lineTo(width, height);
    context.fill();
  }

  return canvas.toDataURL('image/jpeg', .85).split(',')[1];
}
